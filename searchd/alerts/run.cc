#include "searchd/alerts/run.h"

#include "base/error.h"
#include "searchd/alerts/run_lock.h"

namespace nutgraf::alerts {

namespace {

/// The alerts to run.
std::vector<Alert> chosen(Store& store, const RunOptions& options) {
    std::vector<Alert> alerts = store.alerts();
    std::erase_if(alerts, [&](const Alert& alert) {
        return alert.is_paused || (options.only && alert.id != *options.only);
    });
    return alerts;
}

/// One alert's failure is its own: the others go on.
Matching matching_of(const Alert& alert, search::Searcher& searcher, Store& store,
                     const RunOptions& options) {
    try {
        return match_new(alert, searcher, store.outbox(),
                         {options.now, options.batch, options.goes_on});
    } catch (const Error& error) {
        Matching failed;
        failed.failure = error.what();
        return failed;
    }
}

Deliveries deliveries_of(const Alert& alert, Store& store, const RunOptions& options) {
    DeliveryOptions delivery{options.now, options.time_limit};
    delivery.goes_on = options.goes_on;
    try {
        return deliver(alert, store.outbox(), delivery);
    } catch (const Error& error) {
        return {0, 0, error.what()};
    }
}

bool is_worth_noting(const AlertOutcome& outcome) {
    const Matching& matching = outcome.matching;
    return matching.to > matching.from || !matching.failure.empty() ||
           outcome.deliveries.delivered + outcome.deliveries.failed > 0 ||
           !outcome.deliveries.failure.empty();
}

void note(AlertId alert, const AlertOutcome& outcome, Store& store, const RunOptions& options) {
    if (!is_worth_noting(outcome)) return;
    const auto& [name, matching, deliveries] = outcome;
    store.history().add(alert, {options.now, matching.from, matching.to,
                                static_cast<std::int64_t>(matching.matches), deliveries.delivered,
                                deliveries.failed,
                                matching.failure.empty() ? deliveries.failure : matching.failure});
}

void tell_all(Store& store, const RunOptions& options, const Tell& tell) {
    while (options.goes_on()) {
        const auto matches = store.outbox().unprinted(options.only, options.batch);
        if (matches.empty()) return;
        tell(matches);
        store.outbox().mark_printed(matches);
    }
}

}  // namespace

std::vector<AlertOutcome> run_alerts(Store& store, search::Searcher& searcher,
                                     const RunOptions& options, const Tell& tell) {
    constexpr std::chrono::seconds longest_wait(10);
    const RunLock lock(store.path(), longest_wait);
    const std::vector<Alert> alerts = chosen(store, options);
    std::vector<AlertOutcome> outcomes;
    outcomes.reserve(alerts.size());
    for (const Alert& alert : alerts) {
        if (!options.goes_on()) break;
        outcomes.push_back({alert.name, matching_of(alert, searcher, store, options), {}});
    }
    drop_removed(searcher, store.outbox(), options.now - shown_days);
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        outcomes[i].deliveries = deliveries_of(alerts[i], store, options);
        note(alerts[i].id, outcomes[i], store, options);
    }
    tell_all(store, options, tell);
    return outcomes;
}

}  // namespace nutgraf::alerts
