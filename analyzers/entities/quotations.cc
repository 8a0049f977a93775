#include "analyzers/entities/quotations.h"

#include "base/utf8.h"

#include <algorithm>

namespace nutgraf::entities {

namespace {

constexpr std::string_view quoted_spaces[] = {" ", "\t", "\r", "\n", "\u00A0", "\u202F"};

/// A range of bytes without the spaces at both its ends.
void trim(std::string_view source, std::uint32_t& begin, std::uint32_t& end) {
    for (bool is_changed = true; is_changed && begin < end;) {
        is_changed = false;
        for (const std::string_view space : quoted_spaces) {
            const std::string_view inside = source.substr(begin, end - begin);
            if (inside.starts_with(space)) {
                begin += static_cast<std::uint32_t>(space.size());
                is_changed = true;
            } else if (inside.ends_with(space)) {
                end -= static_cast<std::uint32_t>(space.size());
                is_changed = true;
            }
        }
    }
}

}  // namespace

void QuotationFinder::find(std::span<const Paragraph> paragraphs,
                           std::vector<Quotation>& quotations) {
    quotations.clear();
    for (std::size_t i = 0; i < paragraphs.size(); ++i) {
        marks_.clear();
        found_.clear();
        find_quote_marks(text_, paragraphs[i], marks_);
        if (marks_.empty()) continue;
        pair_doubles(paragraphs[i],
                     i + 1 < paragraphs.size() && begins_with_mark(paragraphs[i + 1]));
        pair_singles();
        std::ranges::sort(found_, {}, &Quotation::begin);
        // What begins inside another is left out, or both are said of the same words.
        std::uint32_t end = 0;
        for (const Quotation& quotation : found_) {
            if (quotation.first < end) continue;
            end = quotation.last + 1;
            quotations.push_back(quotation);
        }
    }
}

void QuotationFinder::pair_doubles(const Paragraph& paragraph, bool is_opened_again) {
    const QuoteMark* opening = nullptr;
    for (const QuoteMark& mark : marks_) {
        if (!mark.is_double) continue;
        if (opening != nullptr && may_close(mark, *opening)) {
            add(*opening, mark);
            opening = nullptr;
        } else if (may_open(mark)) {
            opening = &mark;  // One that was open before is never closed.
        }
    }
    if (opening == nullptr) return;
    if (opening->word == paragraph.first || is_opened_again) add_unclosed(*opening, paragraph);
}

void QuotationFinder::pair_singles() {
    const QuoteMark* opening = nullptr;
    for (std::size_t i = 0; i < marks_.size(); ++i) {
        const QuoteMark& mark = marks_[i];
        if (mark.is_double) continue;
        if (opening != nullptr && may_close(mark, *opening) && !is_possessive(i)) {
            add(*opening, mark);
            opening = nullptr;
        } else if (may_open(mark)) {
            opening = &mark;
        }
    }
}

/// Whether a mark behind an s is an apostrophe, as another closes what it seems to close.
bool QuotationFinder::is_possessive(std::size_t mark) const {
    const QuoteMark& here = marks_[mark];
    const std::string_view source = text_.source();
    if (!here.is_behind_letter || here.begin == 0 || source[here.begin - 1] != 's') return false;
    if (here.end >= source.size() || source[here.end] != ' ') return false;
    const auto next = std::find_if(marks_.begin() + static_cast<std::ptrdiff_t>(mark) + 1,
                                   marks_.end(), [](const QuoteMark& m) { return !m.is_double; });
    return next != marks_.end() && !may_open(*next) && may_close(*next, here);
}

void QuotationFinder::add(const QuoteMark& opening, const QuoteMark& closing) {
    if (closing.word <= opening.word) return;
    Quotation quotation{.begin = opening.end,
                        .end = closing.begin,
                        .outer_begin = opening.begin,
                        .outer_end = closing.end,
                        .first = opening.word,
                        .last = closing.word - 1};
    trim(text_.source(), quotation.begin, quotation.end);
    found_.push_back(quotation);
}

void QuotationFinder::add_unclosed(const QuoteMark& opening, const Paragraph& paragraph) {
    if (opening.word > paragraph.last) return;
    Quotation quotation{.begin = opening.end,
                        .end = paragraph.end,
                        .outer_begin = opening.begin,
                        .first = opening.word,
                        .last = paragraph.last,
                        .is_unclosed = true};
    trim(text_.source(), quotation.begin, quotation.end);
    quotation.outer_end = quotation.end;
    found_.push_back(quotation);
}

bool QuotationFinder::begins_with_mark(const Paragraph& paragraph) const {
    std::uint32_t begin = paragraph.begin;
    std::uint32_t end = text_.token(paragraph.first).begin;
    trim(text_.source(), begin, end);
    if (begin >= end) return false;
    const char32_t c = code_point_at(text_.source(), begin).value;
    return c == U'"' || c == U'“' || c == U'„' || c == U'«' || c == U'»' || c == U'「';
}

}  // namespace nutgraf::entities
