#pragma once

#include "analyzers/entities/analysis.h"
#include "indexer/index/document_record.h"
#include "searchd/query/syntax.h"

#include <cstdint>
#include <string>
#include <vector>

namespace nutgraf::search {

/// A place of an article that an entity of a query is found by, and why.
struct MentionReason {
    bool is_in_title = false;  ///< In the title, or else in the text.
    std::uint32_t begin = 0;   ///< Bytes of that, [begin, end).
    std::uint32_t end = 0;
    std::string text;           ///< What stands there.
    index::StoredEntity named;  ///< Who is meant.
    /// "name", "alias", "acronym", "role" or "coreference"; empty where the present gazetteer does
    /// not find the mention, which then was found by an earlier one.
    std::string via;
    std::string rule;                         ///< What that means, for people.
    std::vector<entities::ClueReason> clues;  ///< What decided; none for a role or a description.
    double confidence = 0;                    ///< 0 to 1; 0 without `via`.
    std::string
        listed_at;  ///< Where the gazetteer has the entity, "uk.ent:122"; empty for nowhere.
};

/// An entity of a query, and all the places of an article that it is found by.
struct EntityReason {
    std::string clause;  ///< As it is printed: "org:huawei".
    std::vector<MentionReason> mentions;
};

/// For every entity of a query, each once and in the order of the query: where an article mentions
/// it, as the index has it, and why, as the article is analysed now. Entities that words find too
/// are among them, speakers are not.
std::vector<EntityReason> entity_reasons(const query::Query& query,
                                         const index::StoredArticle& stored,
                                         const entities::Gazetteer& gazetteer);

}  // namespace nutgraf::search
