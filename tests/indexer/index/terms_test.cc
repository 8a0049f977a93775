#include "indexer/index/terms.h"

#include "indexer/archive/article.h"
#include "tests/support/failure.h"

#include <doctest/doctest.h>

#include <limits>
#include <random>

namespace nutgraf::tests::in_terms_test {

using namespace nutgraf;
using namespace nutgraf::index;
using nutgraf::tests::failure;
using std::chrono::days;
using std::chrono::sys_days;

TEST_CASE("terms stand under the prefixes of their fields") {
    CHECK(word_term(Field::body, "huawei") == "huawei");
    CHECK(word_term(Field::title, "huawei") == "Shuawei");
    CHECK(word_term(Field::by, "lee") == "Alee");
    CHECK(word_term(Field::source, "courier") == "XSRCcourier");
    CHECK(word_term(Field::section, "world") == "XSECTworld");
    CHECK(stem_term(Field::body, "en", "secur") == "Zensecur");
    CHECK(stem_term(Field::title, "en", "secur") == "ZSensecur");
    CHECK(key_term("00ff") == "Q00ff");
    CHECK(id_term("abc") == key_term(archive::key_of("abc")));
    CHECK(language_term("en") == "Len");
}

TEST_CASE("encoded days come back and sort as the days do, also before 1970") {
    const sys_days epoch{};
    const sys_days ordered[] = {
        sys_days(days(std::numeric_limits<std::int32_t>::min())),
        sys_days(std::chrono::year(1000) / 1 / 1),
        sys_days(std::chrono::year(1969) / 12 / 31),
        epoch,
        epoch + days(1),
        epoch + days(255),
        epoch + days(256),
        sys_days(std::chrono::year(2019) / 5 / 10),
        sys_days(std::chrono::year(9999) / 12 / 31),
        sys_days(days(std::numeric_limits<std::int32_t>::max())),
    };
    for (const sys_days& a : ordered) {
        CHECK(encoded_day(a).size() == 4);
        CHECK(decoded_day(encoded_day(a)) == a);
        for (const sys_days& b : ordered) CHECK((encoded_day(a) < encoded_day(b)) == (a < b));
    }
    constexpr unsigned seed = 1;
    CAPTURE(seed);
    std::mt19937 random(seed);
    for (int i = 0; i < 1000; ++i) {
        const sys_days a = epoch + days(static_cast<std::int32_t>(random()));
        const sys_days b = epoch + days(static_cast<std::int32_t>(random()));
        CHECK(decoded_day(encoded_day(a)) == a);
        CHECK((encoded_day(a) < encoded_day(b)) == (a < b));
    }
}

TEST_CASE("encoded numbers come back and sort as the numbers do") {
    const std::uint64_t ordered[] = {0, 1, 255, 256, 65'535, 1ULL << 32U, ~0ULL - 1, ~0ULL};
    for (const std::uint64_t a : ordered) {
        CHECK(encoded_number(a).size() == 8);
        CHECK(decoded_number(encoded_number(a)) == a);
        for (const std::uint64_t b : ordered)
            CHECK((encoded_number(a) < encoded_number(b)) == (a < b));
    }
}

TEST_CASE("bytes of another size are no day and no number") {
    const std::string message =
        "A value in the index has the wrong size; run \"nutgraf-indexer rebuild\".";
    for (const std::size_t size : {0U, 1U, 3U, 5U, 8U})
        CHECK(failure([&] { decoded_day(std::string(size, 'x')); }) == message);
    for (const std::size_t size : {0U, 4U, 7U, 9U})
        CHECK(failure([&] { decoded_number(std::string(size, 'x')); }) == message);
}

TEST_CASE("who an article is about has the term of who is named, and nothing else has one") {
    struct Case {
        std::string_view identity, expected;
    };
    const Case cases[] = {
        {"XOhuawei", "XAhuawei"},
        {"XO~acme widgets", "XA~acme widgets"},
        {"XFchris-coons", "XAchris-coons"},
        {"XNchris-coons", "XAchris-coons"},
        {"XRsenator", ""},
        {"XUgb-gov", ""},
        {"XShuawei", ""},
        {"", ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.identity);
        CHECK(about_term(c.identity) == c.expected);
    }
}

}  // namespace nutgraf::tests::in_terms_test
