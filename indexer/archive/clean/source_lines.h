#pragma once

#include "indexer/archive/clean/block.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::archive {

/// A line of a body that may be furniture of its source: it is, where the source repeats it in many
/// of its articles.
struct SourceLine {
    std::size_t block = 0;     ///< Its number among the blocks of the body.
    std::string words;         ///< Folded, a sentence with a full stop behind; a line without a
                               ///< word as it stands. Never empty.
    bool is_sentence = false;  ///< It ends as a sentence does.
    bool is_anywhere = false;  ///< It is furniture in the middle of a text as well.
};

/// The lines of a body that may be: short ones among the first three and the last five blocks, and
/// anywhere those of four words or more that do not end as a sentence does. Never labels, questions
/// and what a speaker says, nor sentences of fewer than five words.
std::vector<SourceLine> source_lines(std::string_view body, const std::vector<Block>& blocks);

/// What of a body is furniture, of those of its lines that its source is known to repeat: at its
/// edges each line outside of which there is nothing else, elsewhere what may be it anywhere. Whole
/// blocks with white space beside them; nothing where no block would be left.
std::vector<TextRange> repeated_ranges(std::string_view body, const std::vector<Block>& blocks,
                                       const std::vector<SourceLine>& known);

}  // namespace nutgraf::archive
