#pragma once

#include "indexer/index/index_reader.h"
#include "indexer/index/index_writer.h"
#include "indexer/index/verify.h"

#include <fmt/format.h>

#include <set>
#include <string>

namespace nutgraf::tests {

constexpr std::chrono::sys_seconds noon{std::chrono::seconds(1'557'489'600)};  // 10 May 2019.

inline archive::Article article(const std::string& id, const std::string& body = "Some words.") {
    archive::Article made;
    made.id = id;
    made.title = "About " + id;
    made.body = body;
    made.lang = "en";
    return made;
}

/// Articles "1" to `count`, committed.
inline void make_index(const std::filesystem::path& folder, int count) {
    index::IndexWriter writer(folder);
    for (int i = 1; i <= count; ++i) writer.add(article(std::to_string(i)), noon);
    writer.commit();
}

/// "id=body" of every searchable article, in the order of the ids.
inline std::set<std::string> searchable(const std::filesystem::path& folder) {
    index::IndexReader reader(folder);
    std::set<std::string> found;
    const Xapian::Database& database = reader.database();
    for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
        const archive::Article stored = reader.article(*at).article;
        found.insert(stored.id + "=" + stored.body);
    }
    return found;
}

/// The versions of the article with an id as they are stored; of one that is not there those of
/// none.
inline index::ArticleVersions versions_of(const std::filesystem::path& folder,
                                          const std::string& id) {
    index::IndexReader reader(folder);
    const auto document = reader.find(id);
    return document ? reader.article(*document).versions : index::ArticleVersions{};
}

/// What a check of the index finds, one fault a line.
inline std::string faults_of(const std::filesystem::path& folder) {
    std::string lines;
    for (const std::string& fault : index::verify_index(folder).faults) lines += fault + "\n";
    return lines;
}

/// The stored article with an id, through the reader.
inline archive::Article stored(const std::filesystem::path& folder, const std::string& id) {
    index::IndexReader reader(folder);
    const auto document = reader.find(id);
    return document ? reader.article(*document).article : archive::Article{};
}

}  // namespace nutgraf::tests
