#include "searchd/render/story_page.h"

#include "searchd/render/diff_rows.h"
#include "searchd/render/html_fields.h"
#include "searchd/render/links.h"
#include "searchd/render/template.h"

#include <fmt/format.h>

namespace nutgraf::render {

namespace {

using search::StoryCopy;
using search::StoryView;

constexpr std::string_view untitled = "Article without a headline";

std::string headline_of_copy(const StoryCopy& copy) {
    return copy.title.empty() ? std::string(untitled) : copy.title;
}

std::string comparison_address(const StoryView& story, std::size_t before, std::size_t after) {
    return fmt::format("{}?before={}&after={}#changes", story_address(story.id),
                       story.copies[before].key, story.copies[after].key);
}

/// What is to be said of a copy beside the others.
std::string role_of(const StoryView& story, std::size_t number) {
    if (number == 0) return number == story.longest ? "first and longest" : "first";
    return number == story.longest ? "longest" : "";
}

Json copy_fields(const StoryView& story, std::size_t number) {
    const StoryCopy& copy = story.copies[number];
    Json fields = {{"address", article_address(copy.key, {})},
                   {"headline", headline_of_copy(copy)},
                   {"words", counted(copy.words, "word")},
                   {"role", role_of(story, number)},
                   {"compare", ""},
                   {"is_compared", false}};
    add_about(fields, {copy.source, copy.published, copy.lang, copy.byline});
    if (!story.diff) return fields;
    fields["is_compared"] = number == story.diff->after;
    if (number != story.diff->before && number != story.diff->after)
        fields["compare"] = comparison_address(story, story.diff->before, number);
    return fields;
}

Json comparison_fields(const StoryView& story) {
    if (!story.diff) return false;
    const StoryCopy& before = story.copies[story.diff->before];
    const StoryCopy& after = story.copies[story.diff->after];
    const auto name = [](const StoryCopy& copy) {
        return copy.source.empty() ? headline_of_copy(copy) : copy.source;
    };
    Json fields = diff_fields(story.diff->rows);
    fields.update({{"before_name", name(before)},
                   {"before_headline", headline_of_copy(before)},
                   {"before_lang", before.lang},
                   {"after_name", name(after)},
                   {"after_headline", headline_of_copy(after)},
                   {"after_lang", after.lang},
                   {"swapped", comparison_address(story, story.diff->after, story.diff->before)}});
    return fields;
}

}  // namespace

std::string story_address(std::string_view id) {
    return "/stories/" + percent_encoded(id);
}

Json copies_fields(const search::HitStory& story) {
    if (story.copies == 0) return false;
    Json lines = Json::array();
    for (const search::CopyLine& line : story.lines) {
        lines.push_back({{"address", article_address(line.key, {})},
                         {"headline", line.title.empty() ? std::string(untitled) : line.title},
                         {"with_source", !line.source.empty()},
                         {"paper", line.source},
                         {"dated", line.published ? readable_date(line.published->days) : ""}});
    }
    return {{"heading",
             fmt::format("+{} {}", grouped(story.copies), story.copies == 1 ? "copy" : "copies")},
            {"story_address", story_address(story.id)},
            {"lines", std::move(lines)}};
}

std::string story_page(const StoryView& story) {
    Json copies = Json::array();
    for (std::size_t i = 0; i < story.copies.size(); ++i) copies.push_back(copy_fields(story, i));
    const std::string headline = headline_of_copy(story.copies.front());
    return filled_page(
        "story.html",
        {{"page_title", headline + " – Nutgraf"},
         {"page_class", "story"},
         {"form", form_fields({})},
         {"story_headline", headline},
         {"story_lang", story.copies.front().lang},
         {"count", counted(story.copies.size() + story.more, "article")},
         {"find_address", search_address({.text = "story:" + story.id}, 0) + "&collapse=none"},
         {"copies", std::move(copies)},
         {"more", story.more == 0 ? "" : grouped(story.more)},
         {"diff", comparison_fields(story)}});
}

}  // namespace nutgraf::render
