#include "searchd/render/story_text.h"

#include "base/date.h"
#include "base/utf8.h"
#include "searchd/render/wrap.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace nutgraf::render {

namespace {

using search::DiffRow;
using search::MarkedText;

constexpr std::size_t sign_columns = 2;

std::string on_one_line(std::string text) {
    std::ranges::replace(text, '\t', ' ');
    std::ranges::replace(text, '\n', ' ');
    return visible(text);
}

std::string date_of_copy(const search::StoryCopy& copy) {
    return copy.published ? iso_date(copy.published->days.first) : "undated";
}

/// A text with something around each of its marks.
MarkedText with_signs(const MarkedText& marked, std::string_view before, std::string_view after) {
    MarkedText text;
    std::size_t at = 0;
    for (const search::Mark& mark : marked.marks) {
        text.text += marked.text.substr(at, mark.begin - at);
        text.text += before;
        text.text += marked.text.substr(mark.begin, mark.end - mark.begin);
        text.text += after;
        at = mark.end;
    }
    text.text += marked.text.substr(at);
    return text;
}

std::string paragraph(std::string_view sign, const MarkedText& text, const TerminalStyle& style) {
    return fmt::format("{} {}\n", sign, wrapped(text, {style.width, sign_columns, false}));
}

std::string row_text(const DiffRow& row, const TerminalStyle& style) {
    if (row.kind == DiffRow::Kind::same) return paragraph(" ", row.after->text, style);
    std::string text;
    if (row.before) text += paragraph("-", with_signs(row.before->text, "[-", "-]"), style);
    if (row.after) text += paragraph("+", with_signs(row.after->text, "{+", "+}"), style);
    return text;
}

}  // namespace

std::string story_text(const search::StoryView& story) {
    std::string text;
    for (const search::StoryCopy& copy : story.copies)
        text += fmt::format("{}  {:<10}  {:>6} words  {}{}{}\n", copy.key, date_of_copy(copy),
                            copy.words, on_one_line(copy.source), copy.source.empty() ? "" : ": ",
                            on_one_line(copy.title.empty() ? "(no headline)" : copy.title));
    if (story.more > 0) text += fmt::format("and {} more\n", story.more);
    return text;
}

std::string changes_text(const search::StoryView& story, const TerminalStyle& style) {
    if (!story.diff) return {};
    std::string text = fmt::format("\nFrom {} to {}\n\n", story.copies[story.diff->before].key,
                                   story.copies[story.diff->after].key);
    for (const DiffRow& row : story.diff->rows) text += row_text(row, style);
    return text;
}

}  // namespace nutgraf::render
