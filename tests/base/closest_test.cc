#include "base/closest.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace nutgraf::tests::in_closest_test {

using namespace nutgraf;

namespace {

/// The closest candidate, or "none".
std::string meant(std::string_view word, const std::vector<std::string_view>& candidates) {
    return std::string(closest(word, candidates).value_or("none"));
}

}  // namespace

TEST_CASE("a mistyped word is matched with the candidate the fewest single letters away") {
    struct Case {
        std::string word;
        std::vector<std::string_view> candidates;
        std::string expected;
    };
    const Case cases[] = {
        {"index", {"listen", "index"}, "index"},
        {"inde", {"listen", "index"}, "index"},     // A letter is missing,
        {"indexx", {"listen", "index"}, "index"},   // one too many,
        {"ondex", {"listen", "index"}, "index"},    // another in its place,
        {"lsiten", {"listen", "index"}, "listen"},  // or two neighbours swapped.
        {"ba", {"ab"}, "ab"},                       // A swap is one change, not two.
        {"formats", {"forms", "format"}, "format"},
        {"bat", {"cat", "hat"}, "cat"},  // The first of several.
        {"hat", {"cat", "hat"}, "hat"},
        {"ïndéx", {"index"}, "index"},  // Letters count, not bytes.
        {"автар", {"автор", "дата"}, "автор"},
        {"index", {}, "none"},
        {"", {"a"}, "none"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.word);
        CHECK(meant(c.word, c.candidates) == c.expected);
    }
}

TEST_CASE("a candidate that differs in more than a third of the letters is not offered") {
    struct Case {
        std::string word, candidate;
        bool is_offered;
    };
    const Case cases[] = {
        {"abc", "abx", true},       {"abc", "axx", false},    // One of three.
        {"abcd", "abxx", true},     {"abcd", "axxx", false},  // A third of four, rounded up.
        {"abcdef", "abcdxx", true}, {"abcdef", "abcxxx", false},
        {"abcd", "abcdef", true},   {"abc", "abcdef", false},  // The longer word counts.
        {"a", "b", true},           {"жук", "жар", false},
    };
    for (const Case& c : cases) {
        CAPTURE(c.word);
        CAPTURE(c.candidate);
        CHECK(meant(c.word, {c.candidate}) == (c.is_offered ? c.candidate : "none"));
    }
}

TEST_CASE("a long word is compared too, and one far longer than its candidates costs nothing") {
    const std::string name(100, 'n');
    CHECK(meant(name + "x", {name}) == name);
    // Comparing letter by letter would take a table of 8 million rows for each candidate.
    const std::string hostile(8'000'000, 'n');
    CHECK(meant(hostile, std::vector<std::string_view>(1000, name)) == "none");
}

TEST_CASE("the view is the candidate's own") {
    const std::string candidate = "index";
    const std::string_view candidates[] = {candidate};
    CHECK(closest("indx", candidates)->data() == candidate.data());
}

}  // namespace nutgraf::tests::in_closest_test
