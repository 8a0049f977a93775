#include "analyzers/entities/paragraphs.h"

namespace nutgraf::entities {

namespace {

/// Where the paragraph of a word begins that is its first.
std::uint32_t begin_of(const Reading& text, std::uint32_t first) {
    const std::uint32_t from = first == 0 ? 0 : text.token(first - 1).end;
    const std::string_view gap = text.source().substr(from, text.token(first).begin - from);
    const std::size_t line_end = gap.rfind('\n');
    return line_end == std::string_view::npos
               ? from
               : from + static_cast<std::uint32_t>(line_end) + std::uint32_t{1};
}

/// Whether a stop, or what closes speech, stands behind the last word.
bool ends_like_sentence(const Reading& text, const Paragraph& paragraph) {
    const std::uint32_t end = text.token(paragraph.last).end;
    const std::string_view rest = text.source().substr(end, paragraph.end - end);
    const Marks marks = marks_before(rest, rest.size());
    return marks.has(Mark::stop) || marks.has(Mark::colon) || marks.has(Mark::semicolon);
}

}  // namespace

void find_paragraphs(const Reading& text, std::vector<Paragraph>& paragraphs) {
    paragraphs.clear();
    const Hints wanted(Hint::line);
    for (std::uint32_t i = 0; i < text.size(); i = text.next(i + 1, wanted)) {
        if (!text.begins_paragraph(i)) continue;
        const std::uint32_t begin = begin_of(text, i);
        if (i > 0) {
            paragraphs.back().last = i - 1;
            paragraphs.back().end = begin;
        }
        paragraphs.push_back({.first = i, .begin = begin});
    }
    if (paragraphs.empty()) return;
    paragraphs.back().last = text.size() - 1;
    paragraphs.back().end = static_cast<std::uint32_t>(text.source().size());
    for (Paragraph& paragraph : paragraphs)
        paragraph.is_running_text = ends_like_sentence(text, paragraph);
}

}  // namespace nutgraf::entities
