#pragma once

#include "searchd/alerts/start.h"
#include "searchd/http/alert_desks.h"
#include "searchd/http/form_guard.h"
#include "searchd/http/problem.h"
#include "searchd/http/request.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace nutgraf::http {

/// One request about alerts and what it is answered with.
struct AlertVisit {
    const Request& request;
    AlertDesk& desk;
    const FormGuard& guard;
    std::chrono::sys_seconds now;
    std::chrono::steady_clock::time_point deadline;  ///< Of what looks into the index.

    std::chrono::sys_days today() const { return std::chrono::floor<std::chrono::days>(now); }

    /// Of this daemon, as the client knows it: "http://127.0.0.1:8080".
    std::string site() const { return "http://" + request.host; }
};

// What the API and the pages of alerts have in common. Each throws Problem for what the client got
// wrong, Error for what fails here.

/// The alert that a part of the path names by its number; Problem 404 when there is none.
alerts::Alert alert_of(const AlertVisit& visit, const std::string& id);

/// Throws that problem.
[[noreturn]] void throw_unknown_alert(const std::string& id);

/// All alerts, by name; none, and nothing is made, where there is no file of them yet.
std::vector<alerts::Alert> all_alerts(const AlertVisit& visit);

/// Brings an alert up to now, as far as the deadline lets it; why its query could not be asked,
/// else empty.
std::string caught_up(const AlertVisit& visit, const alerts::Alert& alert);

/// What an alert with that query would have found of late.
search::ChangedHits previewed(const AlertVisit& visit, const alerts::SavedQuery& query,
                              std::size_t limit);

/// What is wrong with a query that is to be saved: which member, a whole sentence, what would be
/// right, and where in the query it is. Empty when nothing is.
struct QueryObjection {
    std::string member;  ///< "query" or "filters".
    std::string message;
    std::string hint;
    std::optional<std::size_t> position;  ///< Byte offset in the query.
};
std::optional<QueryObjection> objection_to(const AlertVisit& visit,
                                           const alerts::SavedQuery& query);

/// An alert that was made, and the secret of its feed, which is never known again.
struct MadeAlert {
    alerts::Alert alert;
    std::string token;
};

/// Makes an alert, which begins where `since` says; the query is as `objection_to` wants it.
Expected<MadeAlert, alerts::AlertRefusal> made_alert(const AlertVisit& visit,
                                                     alerts::NewAlert wanted,
                                                     const std::string& since);

/// Changes an alert. Problem 404 when it was removed in the meantime, 400 or 409 when refused.
alerts::Alert changed_alert(const AlertVisit& visit, alerts::AlertId id,
                            const alerts::AlertChange& change);

/// The problem that a refusal is: 409 for a name that is taken, else 400.
Problem problem_of(const alerts::AlertRefusal& refusal);

}  // namespace nutgraf::http
