#include "searchd/http/alert_visit.h"

#include "base/utf8.h"
#include "searchd/alerts/preview.h"
#include "searchd/alerts/reading.h"
#include "searchd/alerts/token.h"

#include <fmt/format.h>

#include <charconv>

namespace nutgraf::http {

using alerts::Alert;
using alerts::AlertId;
using alerts::AlertRefusal;

namespace {

std::optional<AlertId> alert_id_in(std::string_view text) {
    AlertId id;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, id.value);
    if (error != std::errc{} || stop != end || id.value < 1) return std::nullopt;
    return id;
}

/// Only what is wrong with the query by itself has a place in it.
bool has_place(const query::QueryError& error) {
    return error.message.starts_with("Column ");
}

}  // namespace

void throw_unknown_alert(const std::string& id) {
    throw Problem{404, fmt::format("There is no alert \"{}\".", visible(id)), {}, {}};
}

Alert alert_of(const AlertVisit& visit, const std::string& id) {
    const auto number = alert_id_in(id);
    alerts::Store* const store = number ? visit.desk.store_if_any() : nullptr;
    auto alert = store != nullptr ? store->alert(*number) : std::nullopt;
    if (!alert) throw_unknown_alert(id);
    return std::move(*alert);
}

std::vector<Alert> all_alerts(const AlertVisit& visit) {
    alerts::Store* const store = visit.desk.store_if_any();
    return store != nullptr ? store->alerts() : std::vector<Alert>();
}

std::string caught_up(const AlertVisit& visit, const Alert& alert) {
    alerts::MatchingOptions options{visit.now};
    options.goes_on = [end = visit.deadline] { return std::chrono::steady_clock::now() < end; };
    return alerts::catch_up(alert, visit.desk.store(), visit.desk.searcher(), options);
}

search::ChangedHits previewed(const AlertVisit& visit, const alerts::SavedQuery& query,
                              std::size_t limit) {
    search::SearchRequest request = alerts::request_of(query, visit.today());
    request.deadline = visit.deadline;
    auto found = alerts::preview(visit.desk.searcher(), request, visit.now, limit);
    if (!found) throw Problem{400, alerts::sentence_of(found.error()), {}, {}};
    return std::move(*found);
}

std::optional<QueryObjection> objection_to(const AlertVisit& visit,
                                           const alerts::SavedQuery& query) {
    const auto parsed = alerts::checked(query, visit.today(), visit.desk.searcher().gazetteer());
    if (parsed) return std::nullopt;
    const query::QueryError& error = parsed.error();
    QueryObjection objection{"query", error.message, {}, {}};
    if (!error.suggestion.empty())
        objection.hint = fmt::format("Is \"{}\" meant?", error.suggestion);
    if (has_place(error)) {
        objection.position = error.position;
    } else if (!alerts::filters_in_words(query).empty()) {
        objection.member = "filters";
    }
    return objection;
}

Expected<MadeAlert, AlertRefusal> made_alert(const AlertVisit& visit, alerts::NewAlert wanted,
                                             const std::string& since) {
    const auto start = alerts::start_from(since, visit.desk.searcher());
    if (!start) return Unexpected{start.error()};
    wanted.start = *start;
    wanted.token = alerts::new_token();
    wanted.created = visit.now;
    auto alert = visit.desk.store().add(wanted);
    if (!alert) return Unexpected{alert.error()};
    return MadeAlert{std::move(*alert), std::move(wanted.token)};
}

Alert changed_alert(const AlertVisit& visit, AlertId id, const alerts::AlertChange& change) {
    auto changed = visit.desk.store().change(id, change);
    if (!changed) throw problem_of(changed.error());
    if (!*changed) throw_unknown_alert(fmt::format("{}", id.value));
    return std::move(**changed);
}

Problem problem_of(const AlertRefusal& refusal) {
    return {refusal.is_taken ? 409 : 400, refusal.message, refusal.member, {}};
}

}  // namespace nutgraf::http
