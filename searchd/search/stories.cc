#include "searchd/search/stories.h"

#include "indexer/index/schema.h"
#include "indexer/index/story_place.h"
#include "searchd/search/matching.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace nutgraf::search {

namespace {

constexpr auto story_slot = static_cast<Xapian::valueno>(index::Slot::story);

/// Calls `take` with each of some documents, in the order of their numbers, that is in a story of
/// several, and with the story. One walk along the values, which lie side by side.
template <class Take>
void for_each_story(const Xapian::Database& database, const std::vector<Xapian::docid>& documents,
                    const Take& take) {
    auto value = database.valuestream_begin(story_slot);
    const auto end = database.valuestream_end(story_slot);
    for (const Xapian::docid document : documents) {
        if (value != end) value.skip_to(document);
        if (value == end) return;
        if (value.get_docid() == document) take(document, index::decoded_place(*value).story);
    }
}

}  // namespace

bool has_stories(const Xapian::Database& database) {
    return database.get_value_freq(story_slot) > 0;
}

std::vector<RankedDocument> without_copies(const Xapian::Database& database,
                                           const std::vector<RankedDocument>& hits) {
    std::vector<Xapian::docid> documents;
    documents.reserve(hits.size());
    for (const RankedDocument& hit : hits) documents.push_back(hit.document);
    std::ranges::sort(documents);
    std::unordered_map<Xapian::docid, std::string> stories;
    for_each_story(database, documents, [&](Xapian::docid document, std::string story) {
        stories[document] = std::move(story);
    });
    std::vector<RankedDocument> rows;
    std::unordered_set<std::string> seen;
    for (const RankedDocument& hit : hits) {
        const auto story = stories.find(hit.document);
        if (story == stories.end() || seen.insert(story->second).second) rows.push_back(hit);
    }
    return rows;
}

std::uint64_t stories_among(const Xapian::Database& database, const Xapian::Query& query,
                            std::uint64_t articles) {
    if (!has_stories(database)) return articles;
    // Only those that have copies need be looked at: every other one is a story by itself.
    const Xapian::Query with_copies(Xapian::Query::OP_VALUE_GE, story_slot,
                                    std::string(index::least_place_value));
    const auto documents =
        matching_documents(database, {Xapian::Query::OP_FILTER, query, with_copies}, {});
    std::unordered_set<std::string> stories;
    for_each_story(database, documents,
                   [&](Xapian::docid, const std::string& story) { stories.insert(story); });
    return articles - (documents.size() - stories.size());
}

}  // namespace nutgraf::search
