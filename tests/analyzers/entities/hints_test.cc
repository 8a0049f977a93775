#include "analyzers/entities/hints.h"

#include "analyzers/entities/pair_filter.h"

#include <doctest/doctest.h>

#include <random>
#include <utility>
#include <vector>

namespace nutgraf::tests::in_hints_test {

using namespace nutgraf;

using entities::Hint;
using entities::HintList;
using entities::Hints;

TEST_CASE("the next word with a hint is the one that a walk word by word finds") {
    constexpr unsigned seed = 20190510;
    CAPTURE(seed);
    std::mt19937 random(seed);
    const Hints wanted(Hint::name, Hint::quotation);
    for (int round = 0; round < 2'000; ++round) {
        const std::size_t words = random() % 40;
        HintList hints;
        hints.resize(words + random() % 8);  // A longer text was there before.
        hints.resize(words);
        for (std::size_t i = 0; i < words; ++i) {
            hints.set(i, Hints(Hint::piece));
            hints.add_if(i, random() % 16 == 0, Hint::name);
            hints.add_if(i, random() % 16 == 0, Hint::quotation);
            hints.add_if(i, random() % 4 == 0, Hint::lead);
        }
        const std::size_t end = random() % (words + 1);
        const std::size_t from = random() % (end + 1);
        std::size_t expected = from;
        while (expected < end && !hints[expected].has_any(wanted)) ++expected;
        CAPTURE(words);
        CAPTURE(from);
        CAPTURE(end);
        REQUIRE(hints.next(from, wanted, end) == expected);
    }
}

TEST_CASE("a filter forgets no pair, and takes few others for one") {
    constexpr unsigned seed = 20190510;
    CAPTURE(seed);
    std::mt19937 random(seed);
    entities::PairFilter filter;
    std::uniform_int_distribution<std::uint32_t> words(1, 30'000);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (int i = 0; i < 10'000; ++i) pairs.emplace_back(words(random), words(random));
    for (const auto& [first, second] : pairs) filter.add(first, second);
    for (const auto& [first, second] : pairs) REQUIRE(filter.may_have(first, second));
    int taken = 0;
    constexpr int others = 10'000;
    for (int i = 0; i < others; ++i)
        taken += filter.may_have(30'000 + words(random), words(random)) ? 1 : 0;
    CHECK(taken < others / 10);
}

}  // namespace nutgraf::tests::in_hints_test
