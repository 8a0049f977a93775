#pragma once

#include "searchd/query/syntax.h"

#include <compare>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace nutgraf::query {

// Which places of an article stand near each other. The index and the highlighter both decide by
// these functions, the one on positions of terms, the other on the words of the article itself.

/// Words of a text that stand side by side: their positions, both included.
struct Span {
    std::uint32_t first = 0;
    std::uint32_t last = 0;

    // clang-tidy 14 takes the 0 that this compares with for a null pointer.
    auto operator<=>(const Span&) const = default;  // NOLINT(modernize-use-nullptr)
};

/// In any order.
using Spans = std::vector<Span>;

/// For each of several lists of spans: which of its spans count.
using Chosen = std::vector<std::vector<bool>>;

/// The positions at which the sentences and the paragraphs of an article begin, in order. Before
/// the first, everything is one.
struct Borders {
    std::vector<std::uint32_t> sentences;
    std::vector<std::uint32_t> paragraphs;
};

/// Which spans of the operands of a Proximity take part in at least one way to meet all its links.
/// None of an excluded operand, and none at all where they cannot be met. One list an operand.
/// Links by sentence and paragraph need the borders.
Chosen linked(const std::vector<Spans>& operands, const std::vector<Link>& links,
              const Borders& borders = {});

/// Whether any of the links is by sentence or paragraph.
bool needs_borders(const std::vector<Link>& links);

/// How many spans can be chosen at most so that none overlaps another.
std::size_t disjoint_count(Spans spans);

/// A word of a Within, and how often it is written there.
struct RepeatedWord {
    PhraseWord word;
    std::size_t times = 1;
};

/// The different words of a Within, in the order of their first places.
std::vector<RepeatedWord> repeated_words(const std::vector<PhraseWord>& words);

/// A word of a Within: where it stands, and how often it must.
struct Gathered {
    Spans spans;  ///< Each once.
    std::size_t times = 1;
};

/// Which spans of the words take part in at least one way to have every word, as often as it must
/// be there, within `distance` of each other.
Chosen gathered(const std::vector<Gathered>& words, std::size_t distance);

/// Every span made of one of `before` and one of `behind` that begins directly behind it; as pairs
/// of their indices, by the first.
std::vector<std::pair<std::size_t, std::size_t>> side_by_side(const Spans& before,
                                                              const Spans& behind);

/// The spans with nothing in them that is not in a span of `cover` too; these are sorted.
Spans covered(const Spans& spans, const Spans& cover);

/// Whether any span is chosen.
bool any(const Chosen& chosen);

}  // namespace nutgraf::query
