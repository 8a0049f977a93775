#pragma once

#include "analyzers/entities/gazetteer.h"
#include "analyzers/text/time_zone.h"
#include "base/expected.h"
#include "searchd/query/saved_queries.h"
#include "searchd/query/syntax.h"

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::query {

/// How a query's text is to be read.
struct ParseOptions {
    std::chrono::sys_days today;  ///< What relative dates count from.
    bool is_plain = false;        ///< Every character is text: no operators, quotes or fields.
    bool is_any = false;          ///< Bare words are joined by OR instead of AND.
    bool is_strict = false;       ///< A note of severity error is an error.
    /// Who "org:huawei" is; borrowed for the call. Null: such a field is refused by a note of
    /// severity error.
    const entities::Gazetteer* gazetteer = nullptr;
    /// Words that are just one name of one entity find it too (docs/decisions/0012). Nothing of the
    /// kind happens to plain text or without a gazetteer.
    bool words_find_entities = false;
    analyzers::TimeZone zone = {};  ///< In which the days of "seen:" are days.
    /// What "alert:NAME" may ask for; borrowed for the call. Null: it is refused likewise, so that
    /// a saved query cannot ask for another, nor for itself.
    SavedQueries* saved = nullptr;
};

/// A query as it was read, and what there is to say about the reading.
struct ParsedQuery {
    Query query;
    std::vector<Note> notes;  ///< In the order of their positions.
    /// The stop words of a question that are not looked for, as they are read; see question_of.
    std::vector<std::string> left_out = {};
};

/// Reads a query (docs/query-language.md). Bytes that are not UTF-8 count as U+FFFD.
///
/// Never fails for what it cannot read: that is taken literally, and a note says so; unless
/// `is_strict`. Only the limits of syntax.h are errors. A blank text is Everything; a text without
/// a word to look for matches nothing. Time is linear in the text.
Expected<ParsedQuery, QueryError> parse_query(std::string_view text, const ParseOptions& options);

/// Joins a query with filters that must all hold; the query alone when there are none.
Query with_filters(Query query, std::vector<Query> filters);

}  // namespace nutgraf::query
