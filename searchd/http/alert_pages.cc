#include "searchd/http/alert_pages.h"

#include "base/utf8.h"
#include "searchd/alerts/feed.h"
#include "searchd/alerts/reading.h"
#include "searchd/alerts/run.h"
#include "searchd/alerts/token.h"
#include "searchd/http/search_form.h"
#include "searchd/http/search_parameters.h"
#include "searchd/render/alert_pages.h"
#include "searchd/render/links.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace nutgraf::http {

using alerts::Alert;

namespace {

constexpr std::size_t page_matches = 20;
constexpr std::size_t page_runs = 20;
constexpr std::size_t foretold_hits = 5;

/// Pages with forms are for one reader and one time.
Response page_response(int status, std::string html) {
    return {status, "text/html", std::move(html), {{"Cache-Control", "no-store"}}};
}

Response see(const std::string& address) {
    return {303, {}, {}, {{"Location", address}, {"Cache-Control", "no-store"}}};
}

/// What a form of our own holds. Throws Problem 403 for any other.
Parameters own_form(const AlertVisit& visit) {
    Parameters form = parameters_from(visit.request.body);
    if (!visit.guard.is_own(value_of(form, FormGuard::field), visit.now))
        throw Problem{403,
                      "This form is not one of this daemon's, or was sent too long ago.",
                      {},
                      "Load the page anew and try again."};
    for (const auto& [name, value] : form)
        if (!is_valid_utf8(value)) throw Problem{400, "The form is not UTF-8.", {}, {}};
    return form;
}

std::string form_token(const AlertVisit& visit) {
    return visit.guard.token(visit.now);
}

std::uint64_t count_of(std::int64_t number) {
    return static_cast<std::uint64_t>(number);
}

render::SearchForm form_of_query(const AlertVisit& visit, const alerts::SavedQuery& query) {
    render::SearchForm form = form_of(alerts::request_of(query, visit.today()));
    form.is_strict = false;  // It is sound.
    return form;
}

render::ShownAlert shown(const AlertVisit& visit, const Alert& alert) {
    const alerts::MatchCounts counts = visit.desk.store().outbox().counts(alert.id);
    return {.id = alert.id.value,
            .name = alert.name,
            .query = form_of_query(visit, alert.query),
            .filters = alerts::filters_in_words(alert.query),
            .is_plain = alert.query.is_plain,
            .tells_every_version = alert.repeats == alerts::Repeats::every_version,
            .is_paused = alert.is_paused,
            .has_command = !alert.command.empty(),
            .created = alert.created,
            .matches = count_of(counts.total),
            .waiting = count_of(counts.pending)};
}

/// Links that we make hold a row; any other text is as none.
std::int64_t row_before(const std::string& text) {
    std::int64_t row = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), row);
    return error == std::errc{} && stop == text.data() + text.size() && row > 0 ? row : 0;
}

/// Adds the matches of the last thirty days, from a row on.
void add_matches(const AlertVisit& visit, const Alert& alert, render::AlertPage& page) {
    const alerts::Window window{visit.now - alerts::shown_days,
                                row_before(value_of(visit.request.parameters, "before")),
                                page_matches + 1};
    auto matches = alerts::present_matches(alert.id, window, visit.desk.store().outbox(),
                                           visit.desk.searcher());
    if (matches.size() > page_matches) {
        matches.pop_back();
        page.older =
            fmt::format("{}?before={}", render::alert_address(alert.id.value), matches.back().row);
    }
    for (const alerts::Match& match : matches)
        page.matches.push_back({alerts::hit_of(match), match.found});
}

void add_runs(const AlertVisit& visit, const Alert& alert, render::AlertPage& page) {
    for (const alerts::RunEntry& run : visit.desk.store().history().entries(alert.id, page_runs))
        page.runs.push_back({.at = run.at,
                             .changes = run.to - std::min(run.from, run.to),
                             .matches = count_of(run.matches),
                             .delivered = count_of(run.delivered),
                             .failed = count_of(run.failed),
                             .failure = run.failure});
}

/// A search to be saved, as the parameters of an address or a form have it.
alerts::SavedQuery query_in(const Parameters& parameters) {
    const auto request = search_request(parameters, Unknown::is_ignored);
    if (!request) throw Problem{400, request.error().message, {}, request.error().hint};
    return alerts::saved_query_of(*request);
}

render::NewAlertPage page_of_new(const AlertVisit& visit, const alerts::SavedQuery& query) {
    render::NewAlertPage page;
    page.query = form_of_query(visit, query);
    page.filters = alerts::filters_in_words(query);
    page.form_token = form_token(visit);
    return page;
}

void add_objection(render::NewAlertPage& page, const QueryObjection& objection) {
    const std::string sentence =
        objection.message + (objection.hint.empty() ? "" : " " + objection.hint);
    (objection.member == "query" ? page.query_problem : page.filter_problem) = sentence;
    page.query_place = objection.position;
}

/// Shows what an alert with the query would have found, or what is wrong with it.
void add_foretelling(const AlertVisit& visit, const alerts::SavedQuery& query,
                     render::NewAlertPage& page) {
    if (const auto objection = objection_to(visit, query)) {
        add_objection(page, *objection);
        return;
    }
    search::ChangedHits found = previewed(visit, query, foretold_hits);
    page.found = found.total;
    for (search::ChangedHit& changed : found.hits) page.newest.push_back(std::move(changed.hit));
}

Response paused_or_resumed(const AlertVisit& visit, const std::string& id, bool is_paused) {
    const Parameters form = own_form(visit);
    const Alert alert = alert_of(visit, id);
    changed_alert(visit, alert.id, {.is_paused = is_paused});
    const bool is_from_list = value_of(form, "back") == "list";
    return see(is_from_list ? "/alerts" : render::alert_address(alert.id.value));
}

}  // namespace

Response alert_list_page(const AlertVisit& visit, const std::string&) {
    render::AlertListPage page;
    for (const Alert& alert : all_alerts(visit)) {
        caught_up(visit, alert);
        page.alerts.push_back(shown(visit, alert));
    }
    page.form_token = form_token(visit);
    return page_response(200, render::alert_list_page(page));
}

Response new_alert_page(const AlertVisit& visit, const std::string&) {
    constexpr std::size_t proposed_bytes = 60;
    const alerts::SavedQuery query = query_in(visit.request.parameters);
    render::NewAlertPage page = page_of_new(visit, query);
    page.name = utf8_prefix(repaired_utf8(query.text), proposed_bytes);
    // Nothing is wrong yet with what nobody has typed.
    if (query != alerts::SavedQuery{}) add_foretelling(visit, query, page);
    return page_response(200, render::new_alert_page(page));
}

Response alert_page(const AlertVisit& visit, const std::string& id) {
    const Alert alert = alert_of(visit, id);
    render::AlertPage page;
    page.failure = caught_up(visit, alert);
    page.alert = shown(visit, alert);
    add_matches(visit, alert, page);
    add_runs(visit, alert, page);
    const std::string token = value_of(visit.request.parameters, "token");
    if (visit.desk.store().is_token(alert.id, token))
        page.feed = alerts::feed_address("", alert.id, token);
    page.form_token = form_token(visit);
    return page_response(200, render::alert_page(page));
}

Response save_alert(const AlertVisit& visit, const std::string&) {
    const Parameters form = own_form(visit);
    const alerts::SavedQuery query = query_in(form);
    render::NewAlertPage page = page_of_new(visit, query);
    page.name = value_of(form, "name");
    page.tells_every_version = value_of(form, "repeats") == name_of(alerts::Repeats::every_version);
    add_foretelling(visit, query, page);
    const bool is_sound = page.found.has_value();
    if (value_of(form, "deed") != "save" || !is_sound)
        return page_response(is_sound ? 200 : 400, render::new_alert_page(page));
    alerts::NewAlert wanted{page.name, query};
    if (page.tells_every_version) wanted.repeats = alerts::Repeats::every_version;
    const auto made = made_alert(visit, std::move(wanted), "");
    if (made)
        return see(
            fmt::format("{}?token={}", render::alert_address(made->alert.id.value), made->token));
    page.name_problem = made.error().message;
    return page_response(problem_of(made.error()).status, render::new_alert_page(page));
}

Response pause_alert(const AlertVisit& visit, const std::string& id) {
    return paused_or_resumed(visit, id, true);
}

Response resume_alert(const AlertVisit& visit, const std::string& id) {
    return paused_or_resumed(visit, id, false);
}

Response remove_alert_by_form(const AlertVisit& visit, const std::string& id) {
    own_form(visit);
    visit.desk.store().remove(alert_of(visit, id).id);
    return see("/alerts");
}

Response renew_feed(const AlertVisit& visit, const std::string& id) {
    own_form(visit);
    const Alert alert = alert_of(visit, id);
    const std::string token = alerts::new_token();
    changed_alert(visit, alert.id, {.token = token});
    return see(fmt::format("{}?token={}#feed", render::alert_address(alert.id.value), token));
}

}  // namespace nutgraf::http
