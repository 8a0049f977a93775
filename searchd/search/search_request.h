#pragma once

#include "base/expected.h"
#include "searchd/query/parser.h"
#include "searchd/search/deadline.h"
#include "searchd/search/filters.h"
#include "searchd/search/hit.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace nutgraf::search {

/// A histogram that is asked for, of the unit that suits where none is named.
struct HistogramWish {
    std::optional<TimeUnit> unit;
};

/// A search as any of the doors asks it.
struct SearchRequest {
    std::string text;  ///< The query as typed.
    query::ParseOptions parse;
    std::vector<std::string> sources;    ///< Each article is of one of these; none: of any.
    std::vector<std::string> langs;      ///< Likewise.
    std::vector<std::string> orgs;       ///< Each article names one of these, by name or "#id".
    std::vector<std::string> officials;  ///< Likewise.
    std::vector<std::string> roles;      ///< Each names somebody of one of these, likewise.
    std::vector<std::string> sections;   ///< Each is of one of these sections.
    std::vector<std::string> years;      ///< Each was published in one of these years, "2019".
    Exclusions excluded;
    std::string from;  ///< First day, month or year; empty: open.
    std::string to;    ///< Last one.
    Order order = Order::relevance;
    Rerank rerank = Rerank::none;  ///< In order of relevance alone.
    Collapse collapse = Collapse::none;
    std::size_t limit = 20;  ///< Hits wanted; 0 for the total alone.
    std::size_t offset = 0;  ///< Hits passed over.
    Deadline deadline;
    std::vector<FacetField> facets;            ///< To count by; each once.
    std::size_t facet_values = listed_values;  ///< Listed of each, beside those chosen.
    std::optional<HistogramWish> histogram;    ///< Whether to count by time.
    bool has_marked_hits = true;               ///< Whether hits come with marks and passages.
    bool has_listed_copies = false;            ///< Whether hits come with the other copies.
    /// Whether to look for better spellings if it finds little, and what to leave out if nothing.
    bool is_to_be_corrected = false;
};

/// The query of a request, its filters included, and notes on it. Fails as parse_query does, and
/// for a filter that cannot be read; the message then names the filter.
Expected<query::ParsedQuery, query::QueryError> query_of(const SearchRequest& request);

}  // namespace nutgraf::search
