#pragma once

#include "searchd/search/deadline.h"
#include "searchd/search/entity_facts.h"
#include "searchd/search/hit.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace nutgraf::search {

/// An organisation or a person, and how many articles name it.
struct CountedEntity {
    EntityBrief brief;
    std::uint64_t articles = 0;
};

/// Which organisations and people are asked for.
struct EntityListRequest {
    std::string text;  ///< A name, a role or the beginning of one; blank: all that the index names.
    std::string kind;  ///< "org", "official" or "person"; empty: any.
    std::size_t limit = 20;
    std::size_t offset = 0;
};

/// Some of the organisations and people: without a text, those that most articles name first; with
/// one, those that are called just so first. One list is one state of the index.
struct EntityList {
    std::vector<CountedEntity> entities;
    std::uint64_t total = 0;  ///< Of which these are a page.
    std::string index_uuid;
    std::uint64_t revision = 0;
    std::uint64_t articles = 0;  ///< In the index.
};

/// How many of each a profile has at most.
constexpr std::size_t profile_articles = 5;
constexpr std::size_t profile_company = 20;
constexpr std::size_t profile_sayings = 10;
constexpr std::size_t sayings_of_an_article = 2;

/// Somebody's words in an article.
struct Saying {
    std::string key;  ///< Of the article, as what follows.
    std::string id;
    std::string title;
    std::string source;
    std::optional<archive::Published> published;
    std::string lang;
    bool is_in_title = false;
    std::string kind;            ///< "direct", "partial" or "indirect".
    MarkedText passage;          ///< Verbatim, the words marked.
    bool is_cut_before = false;  ///< The paragraph begins before the passage.
    bool is_cut_after = false;
    std::string speaker_text;  ///< How the speaker stands there.
    std::string cue;           ///< "said"; may be empty.
};

/// What there is to read about an organisation or a person. One profile is one state of the index.
struct EntityProfile {
    EntityFacts facts;         ///< Of the gazetteer; else the index's kind, id and name alone.
    std::string query;         ///< Finds the articles that name it, no others.
    std::string speech_query;  ///< Finds those that have words of it.
    Results named;             ///< The newest articles that name it, how many, and when.
    std::vector<CountedEntity> company;  ///< Who those name as well, the most frequent first.
    std::size_t more_company = 0;        ///< That is not listed.
    std::uint64_t speeches = 0;          ///< Articles with words of it.
    std::vector<Saying> sayings;         ///< Of the newest articles, in the order of each text.
};

/// How a profile is asked for.
struct EntityProfileRequest {
    std::string id;                ///< With or without "#".
    std::optional<TimeUnit> unit;  ///< Of the histogram; absent: what suits.
    Deadline deadline;
};

}  // namespace nutgraf::search
