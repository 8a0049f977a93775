#pragma once

#include "searchd/search/hit.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace nutgraf::search {

/// One side of a row of a comparison.
struct DiffSide {
    std::size_t paragraph = 0;  ///< Counted from 0 over the paragraphs of the text.
    MarkedText text;            ///< Of a changed paragraph the words that differ are marked.
};

/// How a paragraph fares from one text to another.
struct DiffRow {
    enum class Kind {
        same,     ///< Both have it.
        changed,  ///< Both have it, in other words.
        removed,  ///< Only the old text has it.
        added,    ///< Only the new one.
    };
    Kind kind = Kind::same;
    std::optional<DiffSide> before;  ///< Empty where it was added.
    std::optional<DiffSide> after;   ///< Empty where it was removed.
};

/// "same", "changed", "removed", "added".
std::string_view name_of(DiffRow::Kind kind);

/// Compares two texts by paragraphs, lines that hold more than spaces, and those that changed by
/// words. Paragraphs that moved are removed here and added there.
///
/// What is kept is a longest common subsequence (Wagner and Fischer 1974,
/// https://doi.org/10.1145/321796.321811). It takes time and memory in the product of what differs;
/// where that is more than 4,000,000 pairs of paragraphs or of words, all between what is the same
/// at both ends counts as changed.
std::vector<DiffRow> text_diff(std::string_view before, std::string_view after);

}  // namespace nutgraf::search
