#include "searchd/render/story_text.h"

#include "base/date.h"
#include "base/utf8.h"
#include "searchd/render/diff_rows.h"

#include <fmt/format.h>

#include <algorithm>

namespace nutgraf::render {

namespace {

std::string on_one_line(std::string text) {
    std::ranges::replace(text, '\t', ' ');
    std::ranges::replace(text, '\n', ' ');
    return visible(text);
}

std::string date_of_copy(const search::StoryCopy& copy) {
    return copy.published ? iso_date(copy.published->days.first) : "undated";
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
    const std::string text =
        fmt::format("\nFrom {} to {}\n\n", story.copies[story.diff->before].key,
                    story.copies[story.diff->after].key);
    return text + to_terminal(story.diff->rows, style);
}

}  // namespace nutgraf::render
