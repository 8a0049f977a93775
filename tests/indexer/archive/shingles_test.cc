#include "indexer/archive/shingles.h"

#include "analyzers/text/tokenizer.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>

namespace nutgraf::tests::in_shingles_test {

using namespace nutgraf;
using namespace nutgraf::archive;

namespace {

/// So many words, no two of which are the same.
std::string words(int first, int count) {
    std::string text;
    for (int i = first; i < first + count; ++i) text += fmt::format("word{} ", i);
    return text;
}

Shingles of(const std::string& text) {
    return shingles_of(analyzers::tokenise(text));
}

}  // namespace

TEST_CASE("a text has a shingle for each four words in a row, each once") {
    CHECK(of("").empty());
    CHECK(of("one two three").empty());
    CHECK(of("one two three four").size() == 1);
    CHECK(of("one two three four five").size() == 2);
    CHECK(of("one two one two one two one two").size() == 2);
    const Shingles many = of(words(0, 1000));
    CHECK(many.size() == 997);
    CHECK(std::ranges::is_sorted(many));
}

TEST_CASE("case, accents and what stands between words do not matter to shingles") {
    CHECK(of("The côté of THE house") == of("the cote, of “the” house!"));
    CHECK(of("the side of the house") != of("the house of the side"));
}

TEST_CASE("a sketch is the least shingles, and a short text has none") {
    CHECK(sketch_of(of(words(0, 18))).empty());
    CHECK(sketch_of(of(words(0, 19))).size() == 16);
    const Shingles many = of(words(0, 1000));
    const auto sketch = sketch_of(many);
    REQUIRE(sketch.size() == sketch_size);
    CHECK(std::ranges::equal(sketch, std::span(many).first(sketch_size)));
}

TEST_CASE("texts that share more have more of their sketches in common") {
    const Shingles whole = of(words(0, 1000));
    const auto shared_with = [&](const Shingles& other) {
        std::vector<std::uint64_t> shared;
        std::ranges::set_intersection(sketch_of(whole), sketch_of(other),
                                      std::back_inserter(shared));
        return shared.size();
    };
    CHECK(shared_with(whole) == sketch_size);
    CHECK(shared_with(of(words(0, 900))) > 16);
    CHECK(shared_with(of(words(2000, 900))) == 0);
}

TEST_CASE("what is shared is reckoned by the shorter text, and by both") {
    const Overlap half = overlap(of(words(0, 103)), of(words(0, 53)));
    CHECK(half.containment == doctest::Approx(1.0));
    CHECK(half.resemblance == doctest::Approx(0.5));
    CHECK(overlap({}, of(words(0, 50))).containment == 0);
    CHECK(overlap({}, {}).resemblance == 0);
}

TEST_CASE("copies are cut, moved about and added to; other articles only share a part") {
    struct Case {
        std::string what;
        std::string other;
        bool expected;
    };
    const std::string whole = words(0, 300);
    const Case cases[] = {
        {"the same", whole, true},
        {"its first half", words(0, 150), true},
        {"a quarter of it", words(120, 78), true},
        {"a tenth of it", words(0, 30), false},
        {"its halves the other way round", words(150, 150) + words(0, 150), true},
        {"a fifth of it new", words(0, 240) + words(900, 60), true},
        {"twice as long", whole + words(900, 300), true},
        {"one of five in a round-up", whole + words(900, 1300), false},
        {"two fifths the same: background", words(0, 120) + words(900, 180), false},
        {"half the same", words(0, 150) + words(900, 150), false},
        {"other words", words(900, 300), false},
        {"nothing", "", false},
    };
    for (const Case& c : cases) {
        CAPTURE(c.what);
        CHECK(are_copies(of(whole), of(c.other)) == c.expected);
        CHECK(are_copies(of(c.other), of(whole)) == c.expected);
    }
    CHECK_FALSE(are_copies(of(words(0, 18)), of(words(0, 18))));  // Too short to tell.
}

TEST_CASE("of a very long text the first hundred thousand words are compared") {
    CHECK(of(words(0, 120'000)).size() == 100'000 - 3);
}

}  // namespace nutgraf::tests::in_shingles_test
