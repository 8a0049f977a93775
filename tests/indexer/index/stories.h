#pragma once

#include "indexer/index/index_reader.h"
#include "indexer/index/story.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace nutgraf::tests {

/// The stories of several of an index, each as the ids of its articles in order with a space
/// between; sorted.
inline std::vector<std::string> stories_in(const std::filesystem::path& folder) {
    index::IndexReader reader(folder);
    const Xapian::Database& database = reader.database();
    std::map<std::string, std::string> lists;
    for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
        const auto place = index::place_of(database.get_document(*at));
        if (!place || !place->is_first) continue;
        std::string& list = lists[place->story];
        for (const std::string& key : index::keys_of_story(database, place->story)) {
            const auto document = reader.find(key);
            list += (list.empty() ? "" : " ") +
                    (document ? reader.article(*document).article.id : "(" + key + ")");
        }
    }
    std::vector<std::string> stories;
    for (const auto& [story, list] : lists) stories.push_back(list);
    std::ranges::sort(stories);
    return stories;
}

}  // namespace nutgraf::tests
