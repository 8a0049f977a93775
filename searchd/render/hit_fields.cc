#include "searchd/render/hit_fields.h"

#include "base/utf8.h"
#include "searchd/render/html_fields.h"
#include "searchd/render/links.h"
#include "searchd/render/narrowing_fields.h"
#include "searchd/render/story_page.h"

namespace nutgraf::render {

namespace {

Json snippet_fields(const std::vector<search::Snippet>& snippets) {
    Json list = Json::array();
    for (const search::Snippet& snippet : snippets)
        list.push_back({{"segments", segments(snippet.passage)},
                        {"is_cut_before", snippet.is_cut_before},
                        {"is_cut_after", snippet.is_cut_after}});
    return list;
}

/// A headline as it is, or how a text begins that was taken for one.
search::MarkedText shortened(const search::MarkedText& title) {
    constexpr std::size_t longest = 600;
    if (title.text.size() <= longest) return title;
    search::MarkedText beginning{std::string(utf8_prefix(title.text, longest)), {}};
    for (const search::Mark& mark : title.marks)
        if (mark.end <= beginning.text.size()) beginning.marks.push_back(mark);
    beginning.text += "…";
    return beginning;
}

/// The headline, or how the text begins where there is none.
search::MarkedText shown_headline(const search::Hit& hit) {
    if (!hit.title.text.empty()) return shortened(hit.title);
    if (hit.snippets.empty()) return {beginning_of(""), {}};
    const search::Snippet& first = hit.snippets.front();
    return {(first.is_cut_before ? "… " : "") + beginning_of(first.passage.text), {}};
}

}  // namespace

Json hit_fields(std::string_view text, const search::Hit& hit) {
    Json fields = {
        {"address", article_address(hit.key, text)}, {"segments", segments(shown_headline(hit))},
        {"snippets", snippet_fields(hit.snippets)},  {"entities", entity_fields(hit.entities)},
        {"has_entities", !hit.entities.empty()},     {"copies", copies_fields(hit.story)}};
    add_about(fields, {hit.source, hit.published, hit.lang, hit.byline});
    return fields;
}

Json hit_list(std::string_view text, const std::vector<search::Hit>& hits) {
    Json list = Json::array();
    for (const search::Hit& hit : hits) list.push_back(hit_fields(text, hit));
    return list;
}

}  // namespace nutgraf::render
