#include "searchd/query/story_clause.h"

#include "indexer/index/terms.h"

#include <string>
#include <utility>

namespace nutgraf::query {

namespace {

constexpr std::string_view story_field = "story";
constexpr std::string_view is_field = "is";

}  // namespace

bool is_story_field(std::string_view name) {
    return name == story_field || name == is_field;
}

std::optional<Query> parse_story(std::string_view field, std::string_view text) {
    if (field == is_field) {
        if (text == "copy") return Query{Originality{true}};
        if (text == "original") return Query{Originality{false}};
        return std::nullopt;
    }
    std::string key = index::key_in_story_id(text);
    if (key.empty()) return std::nullopt;
    return Query{InStory{std::move(key)}};
}

std::string_view story_values(std::string_view field) {
    return field == is_field ? "\"original\" or \"copy\""
                             : "the id of a story, as answers give it: \"s_\" and 16 digits";
}

}  // namespace nutgraf::query
