#pragma once

#include "analyzers/entities/paragraphs.h"
#include "analyzers/entities/quote_marks.h"
#include "analyzers/entities/reading.h"

#include <cstdint>
#include <span>
#include <vector>

namespace nutgraf::entities {

/// Words between quotation marks.
struct Quotation {
    std::uint32_t begin = 0;  ///< Bytes between the marks, without spaces there, [begin, end).
    std::uint32_t end = 0;
    std::uint32_t outer_begin = 0;  ///< With the marks.
    std::uint32_t outer_end = 0;
    std::uint32_t first = 0;  ///< Words, both included.
    std::uint32_t last = 0;
    bool is_unclosed = false;  ///< Goes on in the next paragraph, which opens it again.
};

/// Finds the words between quotation marks, those within others left out. Linear in the text. Not
/// thread-safe: one per thread.
class QuotationFinder {
public:
    explicit QuotationFinder(const Reading& text) : text_(text) {}

    /// Overwrites `quotations` with those of a text, in order, apart.
    void find(std::span<const Paragraph> paragraphs, std::vector<Quotation>& quotations);

private:
    void pair_doubles(const Paragraph& paragraph, bool is_opened_again);
    void pair_singles();
    bool is_possessive(std::size_t mark) const;
    void add(const QuoteMark& opening, const QuoteMark& closing);
    void add_unclosed(const QuoteMark& opening, const Paragraph& paragraph);
    bool begins_with_mark(const Paragraph& paragraph) const;

    const Reading& text_;
    std::vector<QuoteMark> marks_;  // Of the paragraph.
    std::vector<Quotation> found_;  // In the paragraph.
};

}  // namespace nutgraf::entities
