#pragma once

#include "analyzers/entities/gazetteer.h"
#include "indexer/index/document_record.h"
#include "searchd/query/syntax.h"
#include "searchd/search/explanation.h"

#include <string>
#include <vector>

namespace nutgraf::search {

/// For every "said:" clause of a query, each once and in its order: what an article has of it, and
/// who the speakers are. A clause with words has the speech alone that they stand in.
std::vector<SpeechReason> speech_reasons(const query::Query& query,
                                         const index::StoredArticle& stored,
                                         const entities::Gazetteer& gazetteer);

/// The line of the gazetteer that an entity stands in, "uk.ent:122"; empty for none.
std::string listed_at(const std::string& id, const entities::Gazetteer& gazetteer);

}  // namespace nutgraf::search
