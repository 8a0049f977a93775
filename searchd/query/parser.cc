#include "searchd/query/parser.h"

#include "searchd/query/lexer.h"
#include "searchd/query/limit_broken.h"
#include "searchd/query/named_words.h"
#include "searchd/query/plain_query.h"
#include "searchd/query/query_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace nutgraf::query {

namespace {

void shorten(std::vector<Note>& notes) {
    if (notes.size() <= max_notes) return;
    notes.resize(max_notes);
    notes.push_back(
        {Severity::warning, notes.back().position, "There is more to note about this query.", {}});
}

std::optional<QueryError> refusal(const std::vector<Note>& notes) {
    const auto worst = std::ranges::find(notes, Severity::error, &Note::severity);
    if (worst == notes.end()) return std::nullopt;
    return QueryError{worst->position, worst->message, worst->suggestion};
}

}  // namespace

Expected<ParsedQuery, QueryError> parse_query(std::string_view text, const ParseOptions& options) {
    if (text.size() > max_query_bytes)
        return Unexpected{
            QueryError{max_query_bytes,
                       fmt::format("The query is longer than {} KiB.", max_query_bytes / 1024),
                       {}}};
    if (runs_without_spaces(text).empty()) return ParsedQuery{Query{Everything{}}, {}};
    if (options.is_plain) return plain_query(text, options);
    try {
        ParsedQuery parsed = QueryReader(text, options).parsed();
        if (options.is_strict)
            if (auto error = refusal(parsed.notes)) return Unexpected{std::move(*error)};
        shorten(parsed.notes);
        if (options.words_find_entities && options.gazetteer != nullptr)
            parsed.query = with_named_words(std::move(parsed.query), *options.gazetteer);
        return parsed;
    } catch (const LimitBroken& limit) {
        return Unexpected{limit.error};
    }
}

Query with_filters(Query query, std::vector<Query> filters) {
    if (filters.empty()) return query;
    filters.insert(filters.begin(), std::move(query));
    return Query{And{std::move(filters)}};
}

}  // namespace nutgraf::query
