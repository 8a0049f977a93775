#include "searchd/http/route.h"

#include <doctest/doctest.h>

#include <optional>
#include <string>

namespace nutgraf::tests::in_route_test {

using namespace nutgraf::http;

TEST_CASE("a pattern fits a path as a whole, and its name stands for the rest") {
    struct Case {
        const char* path;
        const char* pattern;
        std::optional<std::string> name;
    };
    const Case cases[] = {
        {"/search", "/search", ""},
        {"/search/", "/search", std::nullopt},
        {"/searches", "/search", std::nullopt},
        {"/articles/5f0c", "/articles/{key}", "5f0c"},
        {"/articles/a/b", "/articles/{key}", "a/b"},  // Ids may be paths.
        {"/articles/", "/articles/{key}", std::nullopt},
        {"/articles", "/articles/{key}", std::nullopt},
        {"/alerts/7/feed.atom", "/alerts/{id}/feed.atom", "7"},
        {"/alerts//feed.atom", "/alerts/{id}/feed.atom", std::nullopt},
        {"/alerts/feed.atom", "/alerts/{id}/feed.atom", std::nullopt},
        {"/alerts/12", "/alerts/{id}", "12"},
        {"/alerts/new", "/alerts/{id}", std::nullopt},  // An id is a whole number.
        {"/alerts/-1", "/alerts/{id}", std::nullopt},
        {"/alerts/1/pause", "/alerts/{id}", std::nullopt},
        {"", "/", std::nullopt},
    };
    for (const Case& c : cases) {
        CAPTURE(c.path);
        CAPTURE(c.pattern);
        CHECK(name_in(c.path, c.pattern) == c.name);
    }
}

}  // namespace nutgraf::tests::in_route_test
