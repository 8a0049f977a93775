#include "searchd/query/spans.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>

namespace nutgraf::tests::in_spans_test {

using namespace nutgraf;
using query::Chosen;
using query::Link;
using query::Span;
using query::Spans;

namespace {

constexpr Link near(std::size_t distance) {
    return {Link::Kind::near, false, distance};
}
constexpr Link adjacent(std::size_t distance) {
    return {Link::Kind::adjacent, false, distance};
}
constexpr Link sharing(Link link) {
    link.may_share = true;
    return link;
}
constexpr Link excluded(Link link) {
    link.is_excluded = true;
    return link;
}

/// The chosen spans, "1 4-5 / 2": an operand a piece.
std::string shown(const std::vector<Spans>& operands, const Chosen& chosen) {
    std::string line;
    for (std::size_t i = 0; i < operands.size(); ++i) {
        std::string piece;
        for (std::size_t j = 0; j < operands[i].size(); ++j) {
            if (!chosen[i][j]) continue;
            const Span& span = operands[i][j];
            piece += (piece.empty() ? "" : " ") + std::to_string(span.first);
            if (span.last > span.first) piece += "-" + std::to_string(span.last);
        }
        line += (i == 0 ? "" : " / ") + piece;
    }
    return line;
}

std::size_t apart(const Span& a, const Span& b) {
    if (a.last < b.first) return b.first - a.last;
    return b.last < a.first ? a.first - b.last : 0;
}

bool holds(const Span& left, const Span& right, const Link& link) {
    const std::size_t distance = apart(left, right);
    if (link.may_share && distance == 0) return true;
    if (link.kind == Link::Kind::adjacent && right.first <= left.last) return false;
    return distance <= link.distance && (distance > 0 || link.is_excluded);
}

/// Follows every way through a chain, and chooses what lies on those that go through.
struct EveryWay {
    const std::vector<Spans>& operands;
    const std::vector<Link>& links;
    Chosen chosen;
    std::vector<std::pair<std::size_t, std::size_t>> way;

    void follow(std::size_t operand) {
        if (operand == operands.size()) {
            for (const auto& [of, index] : way) chosen[of][index] = true;
            return;
        }
        const Link* link = operand == 0 ? nullptr : &links[operand - 1];
        if (link != nullptr && link->is_excluded) {
            const Span& at = operands[way.back().first][way.back().second];
            const bool is_near = std::ranges::any_of(
                operands[operand], [&](const Span& other) { return holds(at, other, *link); });
            if (!is_near) follow(operand + 1);
            return;
        }
        for (std::size_t i = 0; i < operands[operand].size(); ++i) {
            const Span& span = operands[operand][i];
            if (link != nullptr &&
                !holds(operands[way.back().first][way.back().second], span, *link))
                continue;
            way.emplace_back(operand, i);
            follow(operand + 1);
            way.pop_back();
        }
    }
};

class RandomSpans {
public:
    explicit RandomSpans(unsigned seed) : random_(seed) {}

    std::size_t below(std::size_t limit) { return random_() % limit; }

    Spans spans() {
        Spans spans;
        for (std::size_t count = below(6); count > 0; --count) {
            const auto first = static_cast<std::uint32_t>(1 + below(20));
            const auto wide = static_cast<std::uint32_t>(below(3) == 0 ? below(4) : 0);
            const Span span{first, first + wide};
            if (std::ranges::find(spans, span) == spans.end()) spans.push_back(span);
        }
        return spans;
    }

    Link link() {
        Link link = below(2) == 0 ? near(1 + below(6)) : adjacent(1 + below(6));
        link.is_excluded = below(4) == 0;
        link.may_share = below(4) == 0;
        return link;
    }

private:
    std::mt19937 random_;
};

}  // namespace

TEST_CASE("linked spans are those on a way through the whole chain") {
    struct Case {
        std::vector<Spans> operands;
        std::vector<Link> links;
        std::string expected;
    };
    const Case cases[] = {
        {{{{1, 1}, {9, 9}}, {{2, 2}}}, {near(1)}, "1 / 2"},
        {{{{1, 1}}, {{3, 3}}}, {near(1)}, " / "},
        {{{{1, 1}}, {{3, 3}}}, {near(2)}, "1 / 3"},
        {{{{3, 3}}, {{1, 1}}}, {near(2)}, "3 / 1"},
        {{{{1, 1}}, {{2, 2}}}, {adjacent(1)}, "1 / 2"},
        {{{{2, 2}}, {{1, 1}}}, {adjacent(1)}, " / "},
        {{{{1, 1}}, {{1, 1}}}, {near(5)}, " / "},  // Not two places.
        {{{{1, 1}, {4, 4}}, {{1, 1}, {4, 4}}}, {near(5)}, "1 4 / 1 4"},
        {{{{1, 3}}, {{2, 2}}}, {near(5)}, " / "},  // They share a word.
        {{{{1, 3}}, {{2, 2}}}, {sharing(near(5))}, "1-3 / 2"},
        {{{{1, 3}}, {{2, 2}}}, {sharing(adjacent(1))}, "1-3 / 2"},
        {{{{1, 3}, {5, 5}}, {{2, 2}}}, {excluded(sharing(adjacent(1)))}, "5 / "},
        {{{{1, 3}}, {{4, 4}, {6, 6}}}, {near(1)}, "1-3 / 4"},
        {{{{5, 5}}, {{1, 3}}}, {near(2)}, "5 / 1-3"},
        // The last operand is near one of the first ones only.
        {{{{1, 1}, {20, 20}}, {{3, 3}, {22, 22}}, {{5, 5}}}, {near(2), near(2)}, "1 / 3 / 5"},
        {{{{1, 1}}, {{3, 3}}, {{9, 9}}}, {near(2), near(2)}, " /  / "},
        {{{{1, 1}}, {}}, {near(2)}, " / "},
        {{{{1, 1}}}, {}, "1"},
        {{{{1, 1}, {9, 9}}, {{3, 3}}}, {excluded(near(2))}, "9 / "},
        {{{{1, 1}, {9, 9}}, {{3, 3}}}, {excluded(near(9))}, " / "},
        {{{{1, 1}, {9, 9}}, {}}, {excluded(near(2))}, "1 9 / "},
        {{{{1, 1}}, {{1, 3}}}, {excluded(near(1))}, " / "},  // "security", "national security".
        {{{{2, 2}, {4, 4}}, {{3, 3}}}, {excluded(adjacent(1))}, "4 / "},
        // What follows an excluded operand is joined to what stands before it.
        {{{{1, 1}, {9, 9}}, {{10, 10}}, {{2, 2}, {8, 8}}},
         {excluded(near(1)), near(1)},
         "1 /  / 2"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.expected);
        CHECK(shown(c.operands, query::linked(c.operands, c.links)) == c.expected);
    }
}

TEST_CASE("linked spans are those that following every way finds") {
    const unsigned first_seed = 20190510;
    for (unsigned seed = first_seed; seed < first_seed + 20'000; ++seed) {
        CAPTURE(seed);
        RandomSpans random(seed);
        std::vector<Spans> operands(1 + random.below(4));
        std::vector<Link> links;
        Chosen none;
        for (Spans& spans : operands) {
            spans = random.spans();
            none.emplace_back(spans.size(), false);
        }
        while (links.size() + 1 < operands.size()) links.push_back(random.link());
        EveryWay ways{operands, links, none, {}};
        ways.follow(0);
        REQUIRE(shown(operands, query::linked(operands, links)) == shown(operands, ways.chosen));
    }
}

TEST_CASE("gathered spans are those of every choice of all words within the distance") {
    struct Case {
        std::vector<query::Gathered> words;
        std::size_t distance;
        std::string expected;
    };
    const Case cases[] = {
        {{{{{1, 1}}}, {{{3, 3}}}}, 2, "1 / 3"},
        {{{{{1, 1}}}, {{{3, 3}}}}, 1, " / "},
        {{{{{3, 3}}}, {{{1, 1}}}, {{{5, 5}}}}, 4, "3 / 1 / 5"},
        {{{{{3, 3}}}, {{{1, 1}}}, {{{5, 5}}}}, 3, " /  / "},  // A chain would meet this.
        {{{{{1, 1}, {4, 4}}, 2}}, 3, "1 4"},
        {{{{{1, 1}, {4, 4}}, 2}}, 2, ""},
        {{{{{1, 1}, {3, 3}, {9, 9}}}, {{{2, 2}, {11, 11}}}}, 1, "1 3 / 2"},
        {{{{{1, 4}}}, {{{6, 6}}}}, 2, "1-4 / 6"},
        {{{{{1, 4}}}, {{{2, 2}}}}, 1, "1-4 / 2"},
        {{{{}}, {{{2, 2}}}}, 5, " / "},
    };
    for (const Case& c : cases) {
        std::vector<Spans> spans;
        for (const query::Gathered& word : c.words) spans.push_back(word.spans);
        CAPTURE(c.expected);
        CHECK(shown(spans, query::gathered(c.words, c.distance)) == c.expected);
    }
}

TEST_CASE("gathered spans are those that trying every choice finds") {
    const unsigned first_seed = 20190511;
    for (unsigned seed = first_seed; seed < first_seed + 20'000; ++seed) {
        CAPTURE(seed);
        RandomSpans random(seed);
        std::vector<query::Gathered> words(1 + random.below(3));
        for (query::Gathered& word : words) word = {random.spans(), 1 + random.below(2)};
        const std::size_t distance = 1 + random.below(8);

        std::vector<Spans> spans;
        Chosen expected;
        std::vector<std::pair<std::size_t, std::size_t>> slots;  // A word for each time it must be.
        for (std::size_t i = 0; i < words.size(); ++i) {
            spans.push_back(words[i].spans);
            expected.emplace_back(words[i].spans.size(), false);
            slots.insert(slots.end(), words[i].times, {i, 0});
        }
        std::vector<std::pair<std::size_t, std::size_t>> chosen;
        const auto choose = [&](const auto& self) -> void {
            if (chosen.size() == slots.size()) {
                for (const auto& [word, index] : chosen) expected[word][index] = true;
                return;
            }
            const std::size_t word = slots[chosen.size()].first;
            for (std::size_t index = 0; index < spans[word].size(); ++index) {
                const bool fits = std::ranges::all_of(chosen, [&](const auto& other) {
                    return other != std::pair(word, index) &&
                           apart(spans[other.first][other.second], spans[word][index]) <= distance;
                });
                if (!fits) continue;
                chosen.emplace_back(word, index);
                self(self);
                chosen.pop_back();
            }
        };
        choose(choose);
        REQUIRE(shown(spans, query::gathered(words, distance)) == shown(spans, expected));
    }
}

TEST_CASE("spans side by side are paired, and none is chosen of nothing") {
    const Spans before = {{1, 2}, {5, 5}};
    const Spans behind = {{6, 7}, {3, 3}, {3, 9}, {2, 2}};
    using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;
    Pairs pairs = query::side_by_side(before, behind);
    std::ranges::sort(pairs);
    CHECK(pairs == Pairs{{0, 1}, {0, 2}, {1, 0}});
    CHECK(query::side_by_side({}, behind).empty());
    CHECK(!query::any({}));
    CHECK(!query::any({{}, {false}}));
    CHECK(query::any({{}, {false, true}}));
}

TEST_CASE("the words of a phrase are counted by their exact forms") {
    const query::PhraseWord a{{"durre", "dürre"}, false};
    const query::PhraseWord b{{"durre", "durre"}, false};
    const query::PhraseWord c{{"durre", "durre"}, true};
    const auto repeated = query::repeated_words({a, c, b, b});
    REQUIRE(repeated.size() == 2);
    CHECK(repeated[0].word == a);
    CHECK(repeated[0].times == 3);
    CHECK(repeated[1].word == c);
    CHECK(repeated[1].times == 1);
}

}  // namespace nutgraf::tests::in_spans_test
