#include "indexer/index/story_check.h"

#include "indexer/index/schema.h"
#include "indexer/index/story.h"
#include "indexer/index/terms.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace nutgraf::index {

namespace {

constexpr auto place_slot = static_cast<Xapian::valueno>(Slot::story);

std::optional<Xapian::docid> document_with_key(const Xapian::Database& database,
                                               const std::string& key) {
    const std::string term = key_term(key);
    const auto posting = database.postlist_begin(term);
    if (posting == database.postlist_end(term)) return std::nullopt;
    return *posting;
}

/// What is wrong with a story; empty when nothing is.
std::string fault_of(const Xapian::Database& database, const std::string& story) {
    std::string before;
    const std::vector<std::string> keys = keys_of_story(database, story);
    for (const std::string& key : keys) {
        const auto number = document_with_key(database, key);
        if (!number)
            return fmt::format("has the article {}, which the database does not have.", key);
        const Xapian::Document document = database.get_document(*number);
        if (place_of(document) != StoryPlace{story, key == keys.front()})
            return fmt::format("has the article {}, which does not say so.", key);
        std::string order = story_order(document);
        if (order < before) return fmt::format("has the article {} in the wrong place.", key);
        before = std::move(order);
    }
    if (keys.size() < 2) return "has no copies.";
    return keys.front() == story ? "" : "is not named for its first article.";
}

}  // namespace

std::vector<std::string> story_faults(const Xapian::Database& database) {
    std::vector<std::string> faults;
    std::size_t members = 0;
    const std::string prefix(story_metadata_prefix);
    for (auto key = database.metadata_keys_begin(prefix); key != database.metadata_keys_end(prefix);
         ++key) {
        const std::string story = (*key).substr(prefix.size());
        if (std::string fault = fault_of(database, story); !fault.empty())
            faults.push_back(fmt::format("The story {} {}", story, fault));
        members += keys_of_story(database, story).size();
    }
    const std::size_t placed = database.get_value_freq(place_slot);
    if (faults.empty() && placed != members)
        faults.push_back(
            fmt::format("{} articles say that they are of a story of several; the "
                        "stories have {}.",
                        placed, members));
    return faults;
}

}  // namespace nutgraf::index
