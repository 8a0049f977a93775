#pragma once

#include "analyzers/entities/gazetteer.h"
#include "base/expected.h"
#include "searchd/search/search_request.h"

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::alerts {

/// A query to be asked again and again: what was typed, and the filters that stood beside it.
struct SavedQuery {
    std::string text;
    std::vector<std::string> sources;  ///< As in search::SearchRequest, like what follows.
    std::vector<std::string> langs;
    std::vector<std::string> orgs;
    std::vector<std::string> officials;
    std::string from;
    std::string to;
    bool is_any = false;
    bool is_plain = false;
    std::vector<std::string> roles;
    std::vector<std::string> sections;
    std::vector<std::string> years;
    search::Exclusions excluded;

    bool operator==(const SavedQuery&) const = default;
};

/// The part of a search that can be saved.
SavedQuery saved_query_of(const search::SearchRequest& request);

/// The search a saved query stands for on a day, from which its relative dates count. Strict.
search::SearchRequest request_of(const SavedQuery& saved, std::chrono::sys_days today);

/// Reads a query as strictly as it will be read on every run. The message of a failure is a whole
/// sentence with the place, counted from 1. A query without words and filters is refused too: who
/// wants everything says "*". The gazetteer is borrowed for the call; null: queries that name
/// organisations or people are refused.
Expected<query::ParsedQuery, query::QueryError> checked(const SavedQuery& saved,
                                                        std::chrono::sys_days today,
                                                        const entities::Gazetteer* gazetteer);

/// What a failure to read a query says to people: its message with the place in the query.
std::string sentence_of(const query::QueryError& error);

/// The filters as one JSON record, without those that are not set: {"source":["Courier"]}.
std::string filters_record(const SavedQuery& saved);

/// A query from its text and that record. Throws Error when the record is damaged.
SavedQuery saved_query_from(std::string text, std::string_view filters);

/// What a person calls the filters: "from Courier or Times, in de, since 2019-05"; empty when
/// there are none.
std::string filters_in_words(const SavedQuery& saved);

}  // namespace nutgraf::alerts
