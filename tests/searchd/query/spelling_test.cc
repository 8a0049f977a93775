#include "searchd/query/spelling.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace nutgraf::tests::in_spelling_test {

using nutgraf::query::Spelling;

namespace {

/// The referee: the whole table, with nothing left out.
std::size_t plain_distance(const std::string& a, const std::string& b) {
    std::vector<std::vector<std::size_t>> table(a.size() + 1,
                                                std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i)
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                table[i][j] = i + j;
                continue;
            }
            const std::size_t replaced = table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            table[i][j] = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1, replaced});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                table[i][j] = std::min(table[i][j], table[i - 2][j - 2] + 1);
        }
    return table[a.size()][b.size()];
}

}  // namespace

TEST_CASE("words are so many letters apart") {
    struct Case {
        std::string a, b;
        std::size_t most;
        int expected;  // -1: more than `most`
    };
    const Case cases[] = {
        {"huawei", "huawei", 2, 0},
        {"huawei", "hauwei", 2, 1},
        {"huawei", "huwei", 2, 1},
        {"huawei", "huaawei", 2, 1},
        {"huawei", "hiawei", 2, 1},
        {"huawei", "hwei", 2, 2},
        {"huawei", "hei", 2, -1},
        {"huawei", "hauwei", 0, -1},
        {"дума", "душа", 2, 1},
        {"华为", "华", 1, 1},
        {"", "a", 1, 1},
        {"", "", 0, 0},
        {"ab", "ba", 1, 1},
    };
    for (const Case& c : cases) {
        CAPTURE(c.a);
        CAPTURE(c.b);
        const auto distance = Spelling(c.a).distance(c.b, c.most);
        CHECK((distance ? static_cast<int>(*distance) : -1) == c.expected);
    }
    CHECK(Spelling("дума").size() == 4);
    CHECK(Spelling(std::string(300, 'a')).size() == 64);
}

TEST_CASE("no shortcut changes a distance") {
    constexpr unsigned seed = 20190510;
    std::mt19937 random(seed);
    const auto word = [&] {
        std::string letters(random() % 9, ' ');
        for (char& letter : letters) letter = static_cast<char>('a' + random() % 3);
        return letters;
    };
    for (int i = 0; i < 20'000; ++i) {
        const std::string a = word();
        const std::string b = word();
        const std::size_t most = random() % 4;
        CAPTURE(seed);
        CAPTURE(a);
        CAPTURE(b);
        const std::size_t plain = plain_distance(a, b);
        const auto distance = Spelling(a).distance(b, most);
        REQUIRE(distance.value_or(most + 1) == std::min(plain, most + 1));
    }
}

}  // namespace nutgraf::tests::in_spelling_test
