#pragma once

#include "analyzers/entities/paragraphs.h"
#include "analyzers/entities/reading.h"

#include <cstdint>
#include <vector>

namespace nutgraf::entities {

/// A quotation mark of a text; two single ones side by side are one double mark.
struct QuoteMark {
    char32_t character = 0;   ///< As double marks are written: `"` for two `'`.
    std::uint32_t begin = 0;  ///< Bytes, [begin, end).
    std::uint32_t end = 0;
    std::uint32_t word = 0;         ///< The word behind it.
    bool is_double = false;         ///< Also « and 「.
    bool is_behind_letter = false;  ///< A letter or a digit is right before it,
    bool is_before_letter = false;  ///< and right behind it.
    bool is_where_opening = false;  ///< A space, a bracket, a dash or a mark is right before it.
};

/// Appends the quotation marks of a paragraph to `marks`, in order. Apostrophes inside words are
/// none of them.
void find_quote_marks(const Reading& text, const Paragraph& paragraph,
                      std::vector<QuoteMark>& marks);

/// Whether a mark may begin a quotation where none has begun.
bool may_open(const QuoteMark& mark);

/// Whether a mark may end a quotation that another began.
bool may_close(const QuoteMark& mark, const QuoteMark& opening);

}  // namespace nutgraf::entities
