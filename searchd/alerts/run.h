#pragma once

#include "searchd/alerts/delivery.h"
#include "searchd/alerts/matcher.h"
#include "searchd/alerts/store.h"

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace nutgraf::alerts {

/// How far back matches are shown, in feeds and on pages.
constexpr std::chrono::days shown_days(30);

/// How alerts are run.
struct RunOptions {
    std::chrono::sys_seconds now;
    std::optional<AlertId> only;  ///< This alert alone; empty: all of them.
    std::size_t batch = 200;      ///< Matches held at once, at most.
    std::chrono::milliseconds time_limit = std::chrono::seconds(30);  ///< For a command.
    GoesOn goes_on = [] { return true; };
};

/// What a run came to for one alert.
struct AlertOutcome {
    std::string name;
    Matching matching;
    Deliveries deliveries;
};

/// Takes matches that are to be told, and returns when they are told.
using Tell = std::function<void(const std::vector<Match>&)>;

/// Runs the alerts that are not paused: matches what is new, hands matches to commands, and tells
/// every match through `tell`, in batches by alert and age.
///
/// What fails for one alert is in its outcome, and the others go on. A run that is cut off anywhere
/// loses nothing: the next one goes on from what was recorded. A match is told again when the run
/// was cut off between the end of `tell` and the note of it. Throws Error when the store fails, or
/// another program is running the alerts for longer than ten seconds.
std::vector<AlertOutcome> run_alerts(Store& store, search::Searcher& searcher,
                                     const RunOptions& options, const Tell& tell);

}  // namespace nutgraf::alerts
