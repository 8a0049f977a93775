#include "searchd/http/search_parameters.h"

#include "analyzers/text/time_zone.h"
#include "base/closest.h"
#include "base/utf8.h"
#include "searchd/http/problem.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace nutgraf::http {

using search::FacetField;
using search::SearchRequest;

namespace {

constexpr std::size_t max_limit = 100;
constexpr std::size_t max_offset = 10'000;
constexpr std::size_t max_facet_values = 10'000;

std::optional<std::size_t> number_in(std::string_view text, std::size_t first, std::size_t last) {
    std::size_t number = 0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc{} || stop != end || number < first || number > last) return std::nullopt;
    return number;
}

using Reason = std::optional<std::string>;  // Empty when the value was taken.

Reason take_number(std::size_t& to, const std::string& text, std::size_t first, std::size_t last) {
    const auto number = number_in(text, first, last);
    if (!number) return fmt::format("must be a number from {} to {}", first, last);
    to = *number;
    return std::nullopt;
}

Reason take_truth(bool& to, const std::string& text) {
    if (text != "true" && text != "false" && text != "1" && text != "0")
        return "must be true or false";
    to = text == "true" || text == "1";
    return std::nullopt;
}

Reason take_order(search::Order& to, const std::string& text) {
    if (text == "relevance") {
        to = search::Order::relevance;
    } else if (text == "newest") {
        to = search::Order::newest;
    } else if (text == "oldest") {
        to = search::Order::oldest;
    } else {
        return "must be relevance, newest or oldest";
    }
    return std::nullopt;
}

Reason take_rerank(search::Rerank& to, const std::string& text) {
    if (text != "none" && text != "neighbours") return "must be none or neighbours";
    to = text == "none" ? search::Rerank::none : search::Rerank::neighbours;
    return std::nullopt;
}

Reason take_collapse(search::Collapse& to, const std::string& text) {
    if (text != "story" && text != "none") return "must be story or none";
    to = text == "none" ? search::Collapse::none : search::Collapse::story;
    return std::nullopt;
}

/// Names of facets, with commas between them.
Reason take_facets(std::vector<search::FacetField>& to, std::string_view text) {
    while (!text.empty()) {
        const auto comma = std::min(text.find(','), text.size());
        const std::string_view name = text.substr(0, comma);
        text.remove_prefix(std::min(comma + 1, text.size()));
        const auto* field = std::ranges::find_if(
            search::facet_fields,
            [&](search::FacetField candidate) { return search::name_of(candidate) == name; });
        if (field == search::facet_fields.end())
            return "must be of source, section, org, official, role, lang and year, with commas "
                   "between them";
        if (std::ranges::find(to, *field) == to.end()) to.push_back(*field);
    }
    return std::nullopt;
}

Reason take_histogram(std::optional<search::HistogramWish>& to, const std::string& text) {
    using search::TimeUnit;
    to = search::HistogramWish{};
    if (text == "auto") return std::nullopt;
    for (const TimeUnit unit : {TimeUnit::year, TimeUnit::month, TimeUnit::week, TimeUnit::day})
        if (text == search::name_of(unit)) to->unit = unit;
    return to->unit ? Reason() : "must be auto, year, month, week or day";
}

Reason take_zone(analyzers::TimeZone& to, const std::string& text) {
    const auto zone = analyzers::TimeZone::named(text);
    if (!zone) return "must be a time zone like Europe/London";
    to = *zone;
    return std::nullopt;
}

Reason take_text(std::string& to, const std::string& text) {
    to = text;
    return std::nullopt;
}

Reason take_one_more(std::vector<std::string>& to, const std::string& text) {
    to.push_back(text);
    return std::nullopt;
}

/// Takes one more value of a field that is wanted, or excluded.
template <search::FacetField field>
Reason take_wanted(SearchRequest& request, const std::string& text) {
    return take_one_more(search::wanted_values(request, field), text);
}

template <search::FacetField field>
Reason take_excluded(SearchRequest& request, const std::string& text) {
    return take_one_more(search::excluded_values(request, field), text);
}

struct Row {
    Parameter parameter;
    Reason (*take)(SearchRequest& request, const std::string& value);
};

constexpr std::string_view repeated_text = R"({"type":"array","items":{"type":"string"}})";
constexpr std::string_view truth = R"({"type":"boolean"})";

/// Every parameter of a search and how its value is taken.
constexpr std::array rows = {
    Row{{"q", "the query; empty: every article, the newest first"},
        [](SearchRequest& r, const std::string& v) { return take_text(r.text, v); }},
    Row{{"from", "first day, month or year of publication"},
        [](SearchRequest& r, const std::string& v) { return take_text(r.from, v); }},
    Row{{"to", "last day, month or year of publication"},
        [](SearchRequest& r, const std::string& v) { return take_text(r.to, v); }},
    Row{{"source", "of one of these sources, by whole name", repeated_text},
        take_wanted<FacetField::source>},
    Row{{"not_source", "of none of these sources", repeated_text},
        take_excluded<FacetField::source>},
    Row{{"section", "of one of these sections, by whole name", repeated_text},
        take_wanted<FacetField::section>},
    Row{{"not_section", "of none of these sections", repeated_text},
        take_excluded<FacetField::section>},
    Row{{"org", "naming one of these organisations, by name or \"#id\"", repeated_text},
        take_wanted<FacetField::org>},
    Row{{"not_org", "naming none of these organisations", repeated_text},
        take_excluded<FacetField::org>},
    Row{{"official", "naming one of these officials, by name or \"#id\"", repeated_text},
        take_wanted<FacetField::official>},
    Row{{"not_official", "naming none of these officials", repeated_text},
        take_excluded<FacetField::official>},
    Row{{"role", "naming somebody of one of these offices or roles, by name or \"#id\"",
         repeated_text},
        take_wanted<FacetField::role>},
    Row{{"not_role", "naming nobody of these offices or roles", repeated_text},
        take_excluded<FacetField::role>},
    Row{{"lang", "in one of these languages", repeated_text}, take_wanted<FacetField::lang>},
    Row{{"not_lang", "in none of these languages", repeated_text}, take_excluded<FacetField::lang>},
    Row{{"year", "published in one of these years", repeated_text}, take_wanted<FacetField::year>},
    Row{{"not_year", "published in none of these years", repeated_text},
        take_excluded<FacetField::year>},
    Row{{"facets",
         "of source, section, org, official, role, lang and year, with commas between them"},
        [](SearchRequest& r, const std::string& v) { return take_facets(r.facets, v); }},
    Row{{"facet_limit", "values of each facet at most, beside those chosen",
         R"({"type":"integer","minimum":1,"maximum":10000,"default":20})"},
        [](SearchRequest& r, const std::string& v) {
            return take_number(r.facet_values, v, 1, max_facet_values);
        }},
    Row{{"histogram", "count by time",
         R"({"type":"string","enum":["auto","year","month","week","day"]})"},
        [](SearchRequest& r, const std::string& v) { return take_histogram(r.histogram, v); }},
    Row{{"sort", "the order of hits",
         R"({"type":"string","enum":["relevance","newest","oldest"],"default":"relevance"})"},
        [](SearchRequest& r, const std::string& v) { return take_order(r.order, v); }},
    Row{{"rerank", "better answers, later: articles like the best ones come higher",
         R"({"type":"string","enum":["none","neighbours"],"default":"none"})"},
        [](SearchRequest& r, const std::string& v) { return take_rerank(r.rerank, v); }},
    Row{{"limit", "hits at most", R"({"type":"integer","minimum":1,"maximum":100,"default":20})"},
        [](SearchRequest& r, const std::string& v) {
            return take_number(r.limit, v, 1, max_limit);
        }},
    Row{{"offset", "hits passed over",
         R"({"type":"integer","minimum":0,"maximum":10000,"default":0})"},
        [](SearchRequest& r, const std::string& v) {
            return take_number(r.offset, v, 0, max_offset);
        }},
    // Searcher::page reads it, which knows what it belongs to.
    Row{{"cursor", "where to go on: `next_cursor` of the page before"},
        [](SearchRequest&, const std::string&) { return Reason(); }},
    Row{{"any", "bare words are joined by OR", truth},
        [](SearchRequest& r, const std::string& v) { return take_truth(r.parse.is_any, v); }},
    Row{{"plain", "every character of the query is text: no operators", truth},
        [](SearchRequest& r, const std::string& v) { return take_truth(r.parse.is_plain, v); }},
    Row{{"entities", "words that are just one name of an organisation or a person find it too",
         R"({"type":"boolean","default":true})"},
        [](SearchRequest& r, const std::string& v) {
            return take_truth(r.parse.words_find_entities, v);
        }},
    Row{{"strict", "a query that cannot be read whole is an error", truth},
        [](SearchRequest& r, const std::string& v) { return take_truth(r.parse.is_strict, v); }},
    Row{{"tz", "the time zone in which days begin, like Europe/London"},
        [](SearchRequest& r, const std::string& v) { return take_zone(r.parse.zone, v); }},
    Row{{"collapse", "story: one hit for each story; none: one for each article",
         R"({"type":"string","enum":["story","none"],"default":"story"})"},
        [](SearchRequest& r, const std::string& v) { return take_collapse(r.collapse, v); }},
};

std::string_view name_of(const Row& row) {
    return row.parameter.name;
}

BadRequest unknown_parameter(const std::string& name) {
    std::vector<std::string_view> names;
    names.reserve(rows.size());
    for (const Row& row : rows) names.push_back(row.parameter.name);
    const auto meant = closest(name, names);
    return {name, fmt::format("There is no parameter \"{}\".", visible(name)),
            meant ? fmt::format("Is \"{}\" meant?", *meant) : ""};
}

/// The text of a JSON value as a parameter would have it.
std::optional<std::string> text_of_value(const Json& value) {
    if (value.is_string()) return value.get<std::string>();
    if (value.is_boolean() || value.is_number()) return to_text(value);
    return std::nullopt;
}

}  // namespace

std::vector<Parameter> search_parameters() {
    std::vector<Parameter> parameters;
    parameters.reserve(rows.size());
    for (const Row& row : rows) parameters.push_back(row.parameter);
    return parameters;
}

std::vector<Parameter> search_parameters_named(const std::vector<std::string_view>& names) {
    const auto is_filter = [](std::string_view name) {
        return std::ranges::any_of(search::facet_fields, [&](FacetField field) {
            return name == search::name_of(field) || name == search::exclusion_name_of(field);
        });
    };
    std::vector<Parameter> parameters = search_parameters();
    std::erase_if(parameters, [&](const Parameter& parameter) {
        return !is_filter(parameter.name) &&
               std::ranges::find(names, parameter.name) == names.end();
    });
    return parameters;
}

Expected<SearchRequest, BadRequest> search_request(const Parameters& parameters, Unknown unknown) {
    SearchRequest request;
    request.parse.words_find_entities = true;
    request.collapse = search::Collapse::story;
    for (const auto& [name, value] : parameters) {
        const auto* row = std::ranges::find(rows, name, name_of);
        if (row == rows.end()) {
            if (unknown == Unknown::is_refused) return Unexpected{unknown_parameter(name)};
            continue;
        }
        if (value.empty()) continue;
        if (const Reason reason = row->take(request, value))
            return Unexpected{BadRequest{name, fmt::format("\"{}\" {}.", name, *reason),
                                         fmt::format("It is \"{}\".", visible(value))}};
    }
    return request;
}

Expected<Parameters, BadRequest> parameters_in(const std::string& json_body) {
    const auto json = parse_json(json_body);
    if (!json) return Unexpected{BadRequest{"", json.error().message, ""}};
    if (!json->is_object())
        return Unexpected{BadRequest{"", "The body must be a JSON record.", ""}};
    Parameters parameters;
    for (const auto& [name, member] : json->items()) {
        const Json values = member.is_array() ? member : Json::array({member});
        for (const Json& value : values) {
            const auto text = text_of_value(value);
            if (!text)
                return Unexpected{BadRequest{
                    name, fmt::format("\"{}\" must be a text, a number or a truth value.", name),
                    ""}};
            parameters.emplace_back(name, *text);
        }
    }
    return parameters;
}

void refuse_query(const query::QueryError& error) {
    throw Problem{
        400, error.message, "q",
        error.suggestion.empty() ? "" : fmt::format("Is \"{}\" meant?", error.suggestion)};
}

std::string value_of(const Parameters& parameters, std::string_view name) {
    const auto found = std::ranges::find(parameters, name, [](const auto& p) { return p.first; });
    return found == parameters.end() ? "" : found->second;
}

}  // namespace nutgraf::http
