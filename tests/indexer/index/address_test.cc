#include "indexer/index/address.h"

#include "indexer/archive/article.h"
#include "indexer/index/terms.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <random>
#include <string>

namespace nutgraf::tests::in_address_test {

using namespace nutgraf;
using namespace nutgraf::index;

TEST_CASE("an address is compared without what does not tell pages apart") {
    struct Case {
        std::string url, compared;
    };
    const Case cases[] = {
        {"https://courier.example.com/2019/03/29/story", "courier.example.com/2019/03/29/story"},
        {"HTTP://WWW.Example.COM:80/News/?#top", "example.com/news"},
        {"https://example.com:443", "example.com"},
        {"example.com:8080/a", "example.com:8080/a"},
        {"example.com/a?id=7&b=2#part", "example.com/a?id=7&b=2"},
        {"example.com/www.html", "example.com/www.html"},
        {"wwwexample.com", "wwwexample.com"},
        {"example.com/a?to=http://www.other.org/", "example.com/a?to=http://www.other.org"},
        {"http://http://www.www.example.com:80:80//", "example.com"},
        {"urn:newsml:example.com:20190329:7", "urn:newsml:example.com:20190329:7"},
        {"example.com/Straße", "example.com/straße"},  // Only what addresses fold.
        {"", ""},
        {"https://", ""},
        {"/?/#x", ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.url);
        CHECK(compared_address(c.url) == c.compared);
        CHECK(compared_address(c.compared) == c.compared);
    }
}

TEST_CASE("an article is found by its site, its paths and its whole address") {
    struct Case {
        std::string url, beginnings;
    };
    const Case cases[] = {
        {"https://www.news.example.com/2019/03/a?id=7",
         "example.com com news.example.com news.example.com/2019 news.example.com/2019/03 "
         "news.example.com/2019/03/a news.example.com/2019/03/a?id=7"},
        {"http://example.com/", "com example.com"},
        {"example.com/a//b", "com example.com example.com/a example.com/a//b"},
        {"localhost/a", "localhost localhost/a"},
        {"", ""},
        {"http://", ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.url);
        CHECK(fmt::format("{}", fmt::join(address_beginnings(c.url), " ")) == c.beginnings);
    }
}

TEST_CASE("an address has a bounded number of beginnings, and the whole is always one") {
    std::string url = "a";
    for (int i = 0; i < 100; ++i) url += ".b";
    for (int i = 0; i < 100; ++i) url += "/c" + std::to_string(i);
    const auto beginnings = address_beginnings(url);
    CHECK(beginnings.size() == 2 * address_levels + 1);
    CHECK(beginnings.back() == url);
}

TEST_CASE("a long beginning is a term of its digest, and no term is too long") {
    const std::string most = "example.com/" + std::string(188, 'a');
    CHECK(address_term(most) == "U" + most);
    CHECK(address_term(most + "a") == "U#" + archive::key_of(most + "a"));
}

TEST_CASE("whatever an address is, each of its beginnings is compared as itself") {
    constexpr unsigned seed = 20190510;
    CAPTURE(seed);
    std::mt19937 random(seed);
    const char* const pieces[] = {"http://", "www.", ".", "/", "?", "#",
                                  ":80",     ":443", "a", "B", "&"};
    for (int i = 0; i < 3000; ++i) {
        std::string url;
        for (std::size_t count = random() % 12; count > 0; --count)
            url += pieces[random() % std::size(pieces)];
        CAPTURE(url);
        const auto beginnings = address_beginnings(url);
        CHECK(beginnings == address_beginnings(compared_address(url)));
        const bool has_whole =
            std::ranges::find(beginnings, compared_address(url)) != beginnings.end();
        CHECK(has_whole == !compared_address(url).empty());
    }
}

}  // namespace nutgraf::tests::in_address_test
