#include "searchd/alerts/saved_query.h"

#include "base/error.h"
#include "base/json.h"

#include <fmt/format.h>

namespace nutgraf::alerts {

using query::QueryError;

namespace {

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

bool has_filters(const SavedQuery& saved) {
    return search::filter_count(saved) > 0;
}

/// What stands before the values of a filter in a sentence.
std::string_view word_for(search::FacetField field) {
    switch (field) {
        case search::FacetField::source:
            return "from";
        case search::FacetField::section:
            return "of the section";
        case search::FacetField::org:
        case search::FacetField::official:
        case search::FacetField::role:
            return "naming";
        case search::FacetField::lang:
            return "in";
        case search::FacetField::year:
            break;
    }
    return "of";
}

QueryError with_place(QueryError error) {
    constexpr std::string_view place = "Column ";
    if (!error.message.starts_with(place))
        error.message = fmt::format("{}{}: {}", place, error.position + 1, error.message);
    return error;
}

}  // namespace

SavedQuery saved_query_of(const search::SearchRequest& request) {
    SavedQuery saved;
    saved.text = request.text;
    search::copy_filters(saved, request);
    saved.is_any = request.parse.is_any;
    saved.is_plain = request.parse.is_plain;
    return saved;
}

search::SearchRequest request_of(const SavedQuery& saved, std::chrono::sys_days today) {
    search::SearchRequest request;
    request.text = saved.text;
    request.parse = {
        .today = today, .is_plain = saved.is_plain, .is_any = saved.is_any, .is_strict = true};
    search::copy_filters(request, saved);
    return request;
}

Expected<query::ParsedQuery, QueryError> checked(const SavedQuery& saved,
                                                 std::chrono::sys_days today,
                                                 const entities::Gazetteer* gazetteer) {
    if (is_blank(saved.text) && !has_filters(saved))
        return Unexpected{QueryError{
            0, "An alert needs a query, or a filter; the query * finds every article.", {}}};
    search::SearchRequest request = request_of(saved, today);
    request.parse.gazetteer = gazetteer;
    // By itself first: only what is wrong with it has a place to name.
    auto parsed = query::parse_query(request.text, request.parse);
    if (!parsed) return Unexpected{with_place(parsed.error())};
    return search::query_of(request);
}

std::string sentence_of(const QueryError& error) {
    if (error.suggestion.empty()) return error.message;
    return fmt::format("{} Is \"{}\" meant?", error.message, error.suggestion);
}

std::string filters_record(const SavedQuery& saved) {
    Json record = Json::object();
    search::for_each_filter(saved, [&](std::string_view name, const std::string& value) {
        record[std::string(name)].push_back(value);
    });
    if (!saved.from.empty()) record["from"] = saved.from;
    if (!saved.to.empty()) record["to"] = saved.to;
    if (saved.is_any) record["any"] = true;
    if (saved.is_plain) record["plain"] = true;
    return to_text(record);
}

SavedQuery saved_query_from(std::string text, std::string_view filters) {
    const auto record = parse_json(filters);
    if (!record || !record->is_object())
        throw Error("The filters of an alert are damaged; restore its file from a backup.");
    try {
        const std::vector<std::string> none;
        SavedQuery saved;
        saved.text = std::move(text);
        for (const search::FacetField field : search::facet_fields) {
            search::wanted_values(saved, field) = record->value(search::name_of(field), none);
            search::excluded_values(saved, field) =
                record->value(search::exclusion_name_of(field), none);
        }
        saved.from = record->value("from", std::string());
        saved.to = record->value("to", std::string());
        saved.is_any = record->value("any", false);
        saved.is_plain = record->value("plain", false);
        return saved;
    } catch (const Json::exception&) {
        throw Error("The filters of an alert are damaged; restore its file from a backup.");
    }
}

std::string filters_in_words(const SavedQuery& saved) {
    std::vector<std::string> parts;
    const auto add = [&](std::string_view word, const std::vector<std::string>& any) {
        if (!any.empty()) parts.push_back(fmt::format("{} {}", word, fmt::join(any, " or ")));
    };
    for (const search::FacetField field : search::facet_fields) {
        const std::string_view word = word_for(field);
        add(word, search::wanted_values(saved, field));
        add(fmt::format("not {}", word), search::excluded_values(saved, field));
    }
    if (!saved.from.empty()) parts.push_back("since " + saved.from);
    if (!saved.to.empty()) parts.push_back("until " + saved.to);
    if (saved.is_any) parts.emplace_back("any of the words");
    if (saved.is_plain) parts.emplace_back("without operators");
    return fmt::format("{}", fmt::join(parts, ", "));
}

}  // namespace nutgraf::alerts
