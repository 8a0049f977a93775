#pragma once

#include "indexer/index/document_record.h"

#include <filesystem>
#include <functional>

namespace nutgraf::index {

/// Calls `visit` with every article of an index, in the order in which they came in, all of one
/// state. Throws Error when the index cannot be read, or when a writer takes that state away
/// meanwhile.
void visit_articles(const std::filesystem::path& index,
                    const std::function<void(const StoredArticle&)>& visit);

}  // namespace nutgraf::index
