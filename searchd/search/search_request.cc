#include "searchd/search/search_request.h"

#include "base/utf8.h"
#include "searchd/query/clause.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>

namespace nutgraf::search {

using query::ParsedQuery;
using query::Query;
using query::QueryError;

namespace {

/// One filter of a request, to be read as a clause of the query language.
struct Filter {
    std::string_view name;    ///< As the request calls it.
    std::string_view field;   ///< As the language does.
    std::string_view before;  ///< What a value needs before and behind it: the open end of a range.
    std::string_view behind;
    std::string_view wanted;  ///< What a value must be.
    std::vector<std::string> values;
};

std::vector<std::string> if_given(const std::string& value) {
    if (value.empty()) return {};
    return {value};
}

std::vector<Filter> filters_in(const SearchRequest& request) {
    constexpr std::string_view date = "a date like 2019, 2019-05 or 2019-05-10";
    return {
        {"source", "source", "", "", "the name of a source", request.sources},
        {"lang", "lang", "", "", "a language like en, de or zh", request.langs},
        {"org", "org", "", "", "the name or the #id of an organisation", request.orgs},
        {"official", "official", "", "", "the name or the #id of an official", request.officials},
        {"from", "date", "", "..", date, if_given(request.from)},
        {"to", "date", "..", "", date, if_given(request.to)}};
}

/// The clause of one value; empty when the value cannot be read.
std::optional<Query> clause_of(const Filter& filter, const std::string& value,
                               const query::ParseOptions& options) {
    // Not by way of a query's text, where a quote in the value would end the phrase it stands in.
    const std::string text = fmt::format("{}{}{}", filter.before, value, filter.behind);
    query::ClauseReader reader({options.today, options.zone}, options.gazetteer);
    auto clause = reader.phrase({query::Lexeme::Kind::phrase, 0, text}, filter.field);
    if (reader.leaves() > query::max_leaves || reader.prefixes() > query::max_prefixes) return {};
    const auto notes = std::move(reader).notes();
    const bool is_read =
        std::ranges::find(notes, query::Severity::error, &query::Note::severity) == notes.end();
    return is_read ? std::move(clause) : std::nullopt;
}

/// One of the values must hold.
Expected<Query, QueryError> query_of_filter(const Filter& filter,
                                            const query::ParseOptions& options) {
    std::vector<Query> any;
    for (const std::string& value : filter.values) {
        auto clause = clause_of(filter, value, options);
        if (!clause)
            return Unexpected{QueryError{
                0,
                fmt::format("{}: \"{}\" is not {}.", filter.name, visible(value), filter.wanted),
                {}}};
        any.push_back(std::move(*clause));
    }
    if (any.size() == 1) return std::move(any.front());
    return Query{query::Or{std::move(any)}};
}

}  // namespace

Expected<ParsedQuery, QueryError> query_of(const SearchRequest& request) {
    auto parsed = query::parse_query(request.text, request.parse);
    if (!parsed) return parsed;
    std::vector<Query> filters;
    for (const Filter& filter : filters_in(request)) {
        if (filter.values.empty()) continue;
        auto query = query_of_filter(filter, request.parse);
        if (!query) return Unexpected{query.error()};
        filters.push_back(std::move(*query));
    }
    parsed->query = query::with_filters(std::move(parsed->query), std::move(filters));
    return parsed;
}

}  // namespace nutgraf::search
