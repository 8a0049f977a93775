#include "indexer/index/story.h"

#include "base/error.h"
#include "indexer/index/known_day.h"
#include "indexer/index/schema.h"
#include "indexer/index/terms.h"

namespace nutgraf::index {

namespace {

constexpr std::size_t story_key_digits = 16;

[[noreturn]] void fail_damaged_story() {
    throw Error("A story in the index is damaged; run \"nutgraf-indexer rebuild\".");
}

}  // namespace

std::string encoded_place(const StoryPlace& place) {
    return std::string(place.is_first ? least_place_value : least_copy_value) + place.story;
}

StoryPlace decoded_place(std::string_view value) {
    const bool is_first = value.starts_with(least_place_value);
    if (value.size() != 1 + story_key_digits || (!is_first && !value.starts_with(least_copy_value)))
        fail_damaged_story();
    return {std::string(value.substr(1)), is_first};
}

std::optional<StoryPlace> place_of(const Xapian::Document& document) {
    const std::string value = document.get_value(static_cast<Xapian::valueno>(Slot::story));
    if (value.empty()) return std::nullopt;
    return decoded_place(value);
}

std::string story_metadata(std::string_view story) {
    return std::string(story_metadata_prefix).append(story);
}

std::vector<std::string> keys_of_story(const Xapian::Database& database, std::string_view story) {
    const std::string joined = database.get_metadata(story_metadata(story));
    if (joined.size() % story_key_digits != 0) fail_damaged_story();
    std::vector<std::string> keys;
    for (std::size_t i = 0; i < joined.size(); i += story_key_digits)
        keys.push_back(joined.substr(i, story_key_digits));
    return keys;
}

std::vector<std::string> keys_with(const Xapian::Database& database, const std::string& key) {
    const std::string term = key_term(key);
    const auto posting = database.postlist_begin(term);
    if (posting == database.postlist_end(term)) return {};
    const auto place = place_of(database.get_document(*posting));
    return place ? keys_of_story(database, place->story) : std::vector{key};
}

std::string story_order(const Xapian::Document& document) {
    const auto value = [&](Slot slot) {
        return document.get_value(static_cast<Xapian::valueno>(slot));
    };
    const std::string day = known_day(document);
    return (day.empty() ? "2" : "1" + day) + value(Slot::sequence);
}

}  // namespace nutgraf::index
