#include "searchd/render/alert_fields.h"

#include "base/date.h"
#include "searchd/render/hit_fields.h"
#include "searchd/render/html_fields.h"

#include <fmt/format.h>

namespace nutgraf::render {

namespace {

std::string day_of(std::chrono::sys_seconds instant) {
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    return readable_date({day, day});
}

/// "2019-05-10 12:00 UTC".
std::string minute_of(std::chrono::sys_seconds instant) {
    constexpr std::size_t date = 10;
    constexpr std::size_t time = 5;
    const std::string iso = iso_instant(instant);
    return iso.substr(0, date) + " " + iso.substr(date + 1, time) + " UTC";
}

std::string counted_matches(std::uint64_t number) {
    return fmt::format("{} match{}", grouped(number), number == 1 ? "" : "es");
}

Json alert_fields(const ShownAlert& alert) {
    const bool can_be_asked = !alert.is_plain;
    return {{"name", alert.name},
            {"address", alert_address(alert.id)},
            {"query", alert.query.text.empty() ? "everything" : alert.query.text},
            {"search_address", can_be_asked ? search_address(alert.query, 0) : ""},
            {"filters", alert.filters},
            {"is_paused", alert.is_paused},
            {"matches", counted_matches(alert.matches)},
            {"waiting", alert.waiting == 0 ? "" : grouped(alert.waiting)},
            {"created", day_of(alert.created)},
            {"has_command", alert.has_command},
            {"tells", alert.tells_every_version ? "of every changed version of an article"
                                                : "of each article once"}};
}

/// What every page of alerts has.
Json page_fields(std::string_view title, const std::string& form_token) {
    return {{"page_title", fmt::format("{} – Nutgraf", title)},
            {"page_class", "list alerts"},
            {"has_forms", true},
            {"form", form_fields({})},
            {"form_token", form_token}};
}

Json run_fields(const std::vector<ShownRun>& runs) {
    Json list = Json::array();
    for (const ShownRun& run : runs) {
        std::string delivered = run.delivered == 0 ? "" : grouped(run.delivered) + " delivered";
        if (run.failed > 0)
            delivered +=
                fmt::format("{}{} failed", delivered.empty() ? "" : ", ", grouped(run.failed));
        list.push_back({{"at", minute_of(run.at)},
                        {"changes", grouped(run.changes)},
                        {"matches", grouped(run.matches)},
                        {"delivered", delivered},
                        {"failure", run.failure}});
    }
    return list;
}

Json match_fields(const AlertPage& page) {
    Json list = Json::array();
    for (const ShownMatch& match : page.matches) {
        Json fields = hit_fields(page.alert.is_plain ? "" : page.alert.query.text, match.hit);
        fields["found"] = minute_of(match.found);
        list.push_back(std::move(fields));
    }
    return list;
}

/// A query with what cannot be read marked.
Json misread_fields(const NewAlertPage& page) {
    search::MarkedText marked{page.query.text, {}};
    if (page.query_place && *page.query_place < marked.text.size())
        marked.marks.push_back({*page.query_place, marked.text.size()});
    return marked.marks.empty() ? Json(false) : Json{{"segments", segments(marked)}};
}

/// The filters of a query as the hidden fields of a form.
Json hidden_filters(const SearchForm& form) {
    Json list = Json::array();
    const auto add = [&](std::string_view name, const std::string& value) {
        if (!value.empty()) list.push_back({{"name", name}, {"value", value}});
    };
    search::for_each_filter(form, add);
    add("from", form.from);
    add("to", form.to);
    if (form.is_any) add("any", "true");
    if (form.is_plain) add("plain", "true");
    return list;
}

}  // namespace

Json alert_list_fields(const AlertListPage& page) {
    Json fields = page_fields("Alerts", page.form_token);
    Json list = Json::array();
    for (const ShownAlert& alert : page.alerts) list.push_back(alert_fields(alert));
    fields["count"] = counted(page.alerts.size(), "alert");
    fields["has_alerts"] = !list.empty();
    fields["alerts"] = std::move(list);
    fields["is_listed"] = true;
    return fields;
}

Json alert_page_fields(const AlertPage& page) {
    Json fields = page_fields(page.alert.name, page.form_token);
    fields.update(alert_fields(page.alert));
    fields["hits"] = match_fields(page);
    fields["has_hits"] = !page.matches.empty();
    fields["older"] = page.older;
    fields["runs"] = run_fields(page.runs);
    fields["has_runs"] = !page.runs.empty();
    fields["feed"] = page.feed;
    fields["failure"] = page.failure;
    return fields;
}

Json new_alert_fields(const NewAlertPage& page) {
    Json fields = page_fields("Save as alert", page.form_token);
    fields["name"] = page.name;
    fields["query"] = page.query.text;
    fields["filters"] = page.filters;
    fields["hidden"] = hidden_filters(page.query);
    fields["tells_every_version"] = page.tells_every_version;
    fields["name_problem"] = page.name_problem;
    fields["query_problem"] = page.query_problem;
    fields["misread"] = misread_fields(page);
    fields["filter_problem"] = page.filter_problem;
    fields["foretold"] = page.found ? counted(*page.found, "article") : "";
    fields["hits"] = hit_list(page.query.text, page.newest);
    fields["has_hits"] = !page.newest.empty();
    return fields;
}

}  // namespace nutgraf::render
