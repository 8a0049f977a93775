#pragma once

#include "analyzers/entities/analysis.h"
#include "indexer/index/entity_record.h"
#include "searchd/query/parser.h"
#include "searchd/query/to_xapian.h"

#include <cstdint>
#include <optional>
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

/// A place of an article that gives what a speaker of a query said.
struct SpeechPlace {
    bool is_in_title = false;  ///< In the title, or else in the text.
    std::uint32_t begin = 0;   ///< Bytes of that, [begin, end).
    std::uint32_t end = 0;
    std::string text;             ///< What stands there.
    std::string kind;             ///< "direct", "partial" or "indirect".
    index::StoredEntity speaker;  ///< Who said it; without id where only their office is known.
    std::string speaker_text;     ///< How they stand there: "the ambassador", "he".
    std::string cue;              ///< "said"; may be empty.
    std::string listed_at;        ///< Where the gazetteer has the speaker; empty for nowhere.
};

/// A "said:" clause of a query, and all that an article has of it.
struct SpeechReason {
    std::string clause;  ///< As it is printed: "said:coons \"5g\"".
    std::vector<SpeechPlace> sayings;
};

/// Why a query finds what it finds.
struct Explanation {
    query::ParsedQuery parsed;
    std::vector<query::Expansion> expansions;
    std::string xapian;  ///< The query as Xapian runs it.
    std::uint64_t total = 0;
    struct Term {
        std::string term;            ///< As the index holds it, prefix and all.
        std::uint64_t articles = 0;  ///< That hold it.
    };
    std::vector<Term> terms;            ///< Those of the query, in its order, each once.
    std::optional<double> score;        ///< Of the article asked about, where it matches.
    std::vector<std::string> matching;  ///< The query's terms that article holds.
    /// For each entity of the query where that article mentions it and why; none without a
    /// gazetteer.
    std::vector<EntityReason> entities;
    /// For each speaker of the query what that article has them say; none without a gazetteer.
    std::vector<SpeechReason> speech;
};

}  // namespace nutgraf::search
