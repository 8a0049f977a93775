#include "searchd/render/hit_fields.h"

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

/// The headline, or how the text begins where there is none.
search::MarkedText shown_headline(const search::Hit& hit) {
    if (!hit.title.text.empty()) return hit.title;
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
