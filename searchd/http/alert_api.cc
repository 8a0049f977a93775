#include "searchd/http/alert_api.h"

#include "searchd/alerts/alert_record.h"
#include "searchd/alerts/feed.h"
#include "searchd/alerts/reading.h"
#include "searchd/alerts/run.h"
#include "searchd/alerts/token.h"
#include "searchd/http/alert_body.h"
#include "searchd/http/etag.h"
#include "searchd/http/search_parameters.h"

#include <fmt/format.h>

#include <charconv>

namespace nutgraf::http {

using alerts::Alert;

namespace {

constexpr std::size_t shown_hits = 20;

Response json_of(const Json& record) {
    return {200, "application/json", to_text(record) + "\n", {{"Cache-Control", "no-store"}}};
}

[[noreturn]] void throw_bad(const BadRequest& bad) {
    throw Problem{400, bad.message, bad.parameter, bad.hint};
}

AlertBody body_of(const AlertVisit& visit, AlertDeed deed) {
    auto body = alert_body(visit.request.body, deed);
    if (!body) throw_bad(body.error());
    return std::move(*body);
}

void require_sound(const AlertVisit& visit, const alerts::SavedQuery& query) {
    if (const auto objection = objection_to(visit, query))
        throw Problem{400, objection->message, objection->member, objection->hint};
}

Json record_of(const AlertVisit& visit, const Alert& alert) {
    Json record = {{"version", 1}};
    record.update(to_json(alert, visit.desk.store().outbox()));
    return record;
}

/// What the parts of the body make of a query.
alerts::SavedQuery query_with(alerts::SavedQuery query, const AlertBody& body) {
    std::string text = body.query.value_or(query.text);
    if (body.filters) query = *body.filters;
    query.text = std::move(text);
    return query;
}

std::int64_t row_in(const std::string& text) {
    std::int64_t row = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, row);
    if (text.empty() || (error == std::errc{} && stop == end && row > 0)) return row;
    throw Problem{400, "\"before\" must be a whole number from 1 on.", "before", {}};
}

}  // namespace

Response list_alerts(const AlertVisit& visit, const std::string&) {
    Json list = Json::array();
    for (const Alert& alert : all_alerts(visit)) {
        caught_up(visit, alert);
        list.push_back(to_json(alert, visit.desk.store().outbox()));
    }
    return json_of({{"version", 1}, {"alerts", std::move(list)}});
}

Response make_alert(const AlertVisit& visit, const std::string&) {
    const AlertBody body = body_of(visit, AlertDeed::make);
    if (!body.name)
        throw Problem{400, "An alert needs a name.", "name", "{\"name\":\"…\",\"query\":\"…\"}"};
    alerts::NewAlert wanted{*body.name, query_with({}, body)};
    wanted.repeats = body.repeats.value_or(alerts::Repeats::once);
    require_sound(visit, wanted.query);
    const auto made = made_alert(visit, std::move(wanted), body.since.value_or(""));
    if (!made) throw problem_of(made.error());
    Json record = record_of(visit, made->alert);
    record["feed"] = alerts::feed_address(visit.site(), made->alert.id, made->token);
    Response response = json_of(record);
    response.status = 201;
    response.headers.emplace_back("Location",
                                  fmt::format("/api/v1/alerts/{}", made->alert.id.value));
    return response;
}

Response preview_query(const AlertVisit& visit, const std::string&) {
    const auto request = search_request(visit.request.parameters, Unknown::is_refused);
    if (!request) throw_bad(request.error());
    const alerts::SavedQuery query = alerts::saved_query_of(*request);
    require_sound(visit, query);
    return json_of(alerts::to_json(previewed(visit, query, request->limit)));
}

Response show_alert(const AlertVisit& visit, const std::string& id) {
    const Alert alert = alert_of(visit, id);
    const std::string failure = caught_up(visit, alert);
    const alerts::Window window{visit.now - alerts::shown_days, 0, shown_hits};
    const auto matches = alerts::present_matches(alert.id, window, visit.desk.store().outbox(),
                                                 visit.desk.searcher());
    Json record = record_of(visit, alert);
    if (!failure.empty()) record["failure"] = failure;
    record["newest"] = Json::array();
    for (const alerts::Match& match : matches) record["newest"].push_back(to_json(match));
    return json_of(record);
}

Response change_alert(const AlertVisit& visit, const std::string& id) {
    const AlertBody body = body_of(visit, AlertDeed::change);
    const Alert alert = alert_of(visit, id);
    alerts::AlertChange change{.name = body.name, .is_paused = body.is_paused};
    if (body.query || body.filters) {
        change.query = query_with(alert.query, body);
        require_sound(visit, *change.query);
        // What came before the new query is for the old one.
        caught_up(visit, alert);
    }
    if (body.renews_feed) change.token = alerts::new_token();
    const Alert changed = changed_alert(visit, alert.id, change);
    Json record = record_of(visit, changed);
    if (change.token)
        record["feed"] = alerts::feed_address(visit.site(), changed.id, *change.token);
    return json_of(record);
}

Response remove_alert(const AlertVisit& visit, const std::string& id) {
    visit.desk.store().remove(alert_of(visit, id).id);
    return {204, {}, {}, {}};
}

Response preview_alert(const AlertVisit& visit, const std::string& id) {
    return json_of(alerts::to_json(previewed(visit, alert_of(visit, id).query, shown_hits)));
}

Response test_alert(const AlertVisit& visit, const std::string& id) {
    const Alert alert = alert_of(visit, id);
    search::SearchRequest request = alerts::request_of(alert.query, visit.today());
    request.deadline = visit.deadline;
    const auto found = alerts::would_match(alert, visit.desk.searcher(),
                                           visit.desk.store().outbox(), request, shown_hits);
    if (!found) throw Problem{409, alerts::sentence_of(found.error()), {}, {}};
    return json_of(alerts::to_json(*found));
}

Response alert_history(const AlertVisit& visit, const std::string& id) {
    const Alert alert = alert_of(visit, id);
    Json runs = Json::array();
    for (const alerts::RunEntry& entry :
         visit.desk.store().history().entries(alert.id, alerts::History::kept_runs))
        runs.push_back(alerts::to_json(entry));
    return json_of({{"version", 1}, {"runs", std::move(runs)}});
}

Response alert_feed(const AlertVisit& visit, const std::string& id) {
    const Alert alert = alert_of(visit, id);
    const std::string token = value_of(visit.request.parameters, "token");
    // Whoever guesses learns nothing, not even which alerts there are.
    if (!visit.desk.store().is_token(alert.id, token)) throw_unknown_alert(id);
    caught_up(visit, alert);
    const alerts::FeedPage page{visit.now, visit.site(), token,
                                row_in(value_of(visit.request.parameters, "before"))};
    alerts::Outbox& outbox = visit.desk.store().outbox();
    alerts::present_matches(alert.id, window_of(page), outbox, visit.desk.searcher());
    std::string feed = alerts::feed_of(alert, outbox, page);
    const std::string state = feed;
    Response response =
        with_etag(visit.request, state, {200, "application/atom+xml", std::move(feed), {}});
    for (auto& [name, value] : response.headers)
        if (name == "Cache-Control") value = "private, no-cache";
    return response;
}

}  // namespace nutgraf::http
