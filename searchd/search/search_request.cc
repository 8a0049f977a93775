#include "searchd/search/search_request.h"

#include "base/utf8.h"
#include "searchd/query/clause.h"
#include "searchd/query/phrase_clause.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>

namespace nutgraf::search {

using query::ParsedQuery;
using query::Query;
using query::QueryError;

namespace {

/// How a filter is read as a clause of the query language.
struct Reading {
    std::string_view field;   ///< As the language does.
    std::string_view before;  ///< What a value needs before and behind it: the open end of a range.
    std::string_view behind;
    std::string_view wanted;  ///< What a value must be.
    bool takes_years_alone = false;
};

/// One filter of a request.
struct Filter {
    std::string_view name;  ///< As the request calls it.
    Reading reading;
    bool is_exclusion = false;
    std::vector<std::string> values;
};

std::vector<std::string> if_given(const std::string& value) {
    if (value.empty()) return {};
    return {value};
}

Reading reading_of(FacetField field) {
    switch (field) {
        case FacetField::source:
            return {"source", "", "", "the name of a source"};
        case FacetField::section:
            return {"section", "", "", "the name of a section"};
        case FacetField::org:
            return {"org", "", "", "the name or the #id of an organisation"};
        case FacetField::official:
            return {"official", "", "", "the name or the #id of an official"};
        case FacetField::role:
            return {"role", "", "", "the name or the #id of an office or a role"};
        case FacetField::lang:
            return {"lang", "", "", "a language like en, de or zh"};
        case FacetField::year:
            break;
    }
    return {"date", "", "", "a year like 2019", true};
}

std::vector<Filter> filters_in(const SearchRequest& request) {
    constexpr std::string_view date = "a date like 2019, 2019-05 or 2019-05-10";
    std::vector<Filter> filters;
    for (const FacetField field : facet_fields) {
        const Reading reading = reading_of(field);
        filters.push_back({name_of(field), reading, false, wanted_values(request, field)});
        filters.push_back(
            {exclusion_name_of(field), reading, true, excluded_values(request, field)});
    }
    filters.push_back({"from", {"date", "", "..", date}, false, if_given(request.from)});
    filters.push_back({"to", {"date", "..", "", date}, false, if_given(request.to)});
    return filters;
}

bool is_year(std::string_view text) {
    constexpr std::size_t digits = 4;
    return text.size() == digits &&
           std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// The clause of one value; empty when the value cannot be read.
std::optional<Query> clause_of(const Reading& filter, const std::string& value,
                               const query::ParseOptions& options) {
    // Not by way of a query's text, where a quote in the value would end the phrase it stands in.
    const std::string text = fmt::format("{}{}{}", filter.before, value, filter.behind);
    query::ClauseReader reader({options.today, options.zone}, options.gazetteer);
    auto clause = reader.phrase({query::Lexeme::Kind::phrase, 0, text}, filter.field);
    if (reader.leaves() > query::max_leaves || reader.prefixes() > query::max_prefixes) return {};
    const auto notes = std::move(reader).notes();
    const bool is_read =
        std::ranges::find(notes, query::Severity::error, &query::Note::severity) == notes.end();
    if (!is_read || !clause) return std::nullopt;
    return query::may_be_whole(filter.field) ? query::as_whole(std::move(*clause))
                                             : std::move(*clause);
}

/// One of the values must hold, or none of them.
Expected<Query, QueryError> query_of_filter(const Filter& filter,
                                            const query::ParseOptions& options) {
    std::vector<Query> any;
    for (const std::string& value : filter.values) {
        const bool is_readable = !filter.reading.takes_years_alone || is_year(value);
        auto clause = is_readable ? clause_of(filter.reading, value, options) : std::nullopt;
        if (!clause)
            return Unexpected{QueryError{0,
                                         fmt::format("{}: \"{}\" is not {}.", filter.name,
                                                     visible(value), filter.reading.wanted),
                                         {}}};
        any.push_back(std::move(*clause));
    }
    Query one_of_them = any.size() == 1 ? std::move(any.front()) : Query{query::Or{std::move(any)}};
    if (!filter.is_exclusion) return one_of_them;
    return Query{query::Not{{std::move(one_of_them)}}};
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
