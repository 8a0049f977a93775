#include "searchd/render/json_story.h"

#include "searchd/render/diff_rows.h"
#include "searchd/render/json.h"

namespace nutgraf::render {

namespace {

Json copy_to_json(const search::StoryCopy& copy) {
    Json record = {{"id", copy.id},
                   {"key", copy.key},
                   {"title", to_json(search::MarkedText{copy.title, {}})},
                   {"byline", copy.byline},
                   {"words", copy.words}};
    if (!copy.url.empty()) record["url"] = copy.url;
    if (!copy.source.empty()) record["source"] = copy.source;
    if (copy.published) record["published"] = to_json(*copy.published);
    if (!copy.lang.empty()) record["lang"] = copy.lang;
    return record;
}

Json diff_to_json(const search::StoryView& story) {
    return {{"before", story.copies[story.diff->before].key},
            {"after", story.copies[story.diff->after].key},
            {"rows", to_json(story.diff->rows)}};
}

}  // namespace

Json to_json(const search::StoryView& story) {
    Json copies = Json::array();
    for (const search::StoryCopy& copy : story.copies) copies.push_back(copy_to_json(copy));
    Json record = {{"version", 1},
                   {"id", story.id},
                   {"index", {{"revision", story.revision}}},
                   {"total", {{"value", story.copies.size() + story.more}, {"relation", "eq"}}},
                   {"first", story.copies.front().key},
                   {"latest", story.latest},
                   {"longest", story.copies[story.longest].key},
                   {"copies", std::move(copies)}};
    if (story.diff) record["diff"] = diff_to_json(story);
    return record;
}

}  // namespace nutgraf::render
