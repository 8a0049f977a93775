#include "indexer/index/article_walk.h"

#include "indexer/index/index_reader.h"

namespace nutgraf::index {

void visit_articles(const std::filesystem::path& index,
                    const std::function<void(const StoredArticle&)>& visit) {
    IndexReader reader(index);
    try {
        translating_xapian_errors("read", index, [&] {
            const Xapian::Database& database = reader.database();
            for (auto document = database.postlist_begin(""); document != database.postlist_end("");
                 ++document)
                visit(reader.article(*document));
        });
    } catch (const Xapian::DatabaseModifiedError&) {
        throw Error("The index changed while it was read; try again.");
    }
}

}  // namespace nutgraf::index
