#include "indexer/index/as_put.h"

#include "indexer/archive/learned_pieces.h"
#include "indexer/index/office_terms.h"

#include <utility>

namespace nutgraf::index {

archive::Article as_put(StoredArticle stored) {
    auto& published = stored.article.published;
    if (published && published->basis == office_basis) published.reset();
    return archive::with_learned_lines(std::move(stored.article));
}

}  // namespace nutgraf::index
