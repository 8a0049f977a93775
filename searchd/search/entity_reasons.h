#pragma once

#include "analyzers/entities/gazetteer.h"
#include "indexer/index/document_record.h"
#include "searchd/query/syntax.h"
#include "searchd/search/explanation.h"

#include <vector>

namespace nutgraf::search {

/// For every entity of a query, each once and in the order of the query: where an article mentions
/// it, as the index has it, and why, as the article is analysed now. Entities that words find too
/// are among them, speakers are not.
std::vector<EntityReason> entity_reasons(const query::Query& query,
                                         const index::StoredArticle& stored,
                                         const entities::Gazetteer& gazetteer);

}  // namespace nutgraf::search
