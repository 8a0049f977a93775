#include "base/error.h"
#include "base/exit_status.h"
#include "base/interrupt.h"
#include "base/utf8.h"
#include "searchd/alerts/run.h"
#include "searchd/cli/alert_commands.h"
#include "searchd/cli/alert_output.h"
#include "searchd/cli/output.h"

#include <fmt/format.h>

#include <chrono>
#include <csignal>
#include <cstdio>

namespace nutgraf::cli {

using alerts::AlertOutcome;

namespace {

/// Says what went wrong; true when an alert could not look.
bool complain(const AlertOutcome& outcome) {
    const auto& [name, matching, deliveries] = outcome;
    if (!matching.failure.empty())
        fmt::print(stderr, "Alert \"{}\": {}\n", visible(name), visible(matching.failure));
    if (!deliveries.failure.empty())
        fmt::print(stderr,
                   "Alert \"{}\": its command has not taken {} of its matches, which wait "
                   "for the next run. {}\n",
                   visible(name), deliveries.failed, visible(deliveries.failure));
    return !matching.failure.empty();
}

void summarise(const std::vector<AlertOutcome>& outcomes, std::size_t printed) {
    std::int64_t delivered = 0;
    for (const AlertOutcome& outcome : outcomes) delivered += outcome.deliveries.delivered;
    fmt::print(stderr, "alerts {}, matches {}, delivered {}\n", outcomes.size(), printed,
               delivered);
}

}  // namespace

int run_alerts(const CommonOptions& common, const AlertCommand& command) {
    note_interrupts();
    // Who ignores the end of children cannot learn how a command ended.
    std::signal(SIGCHLD, SIG_DFL);
    alerts::Store store(command.store);
    search::Searcher searcher(common.index, common.gazetteer);
    alerts::RunOptions options;
    options.now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    if (!command.name.empty()) {
        const alerts::Alert alert = alert_named(store, command.name);
        options.only = alert.id;
        if (alert.is_paused)
            fmt::print(stderr, "The alert \"{}\" is paused.\n", visible(alert.name));
    }
    options.goes_on = [] { return !was_interrupted(); };
    MatchPrinter printer(command.format, terminal_style(common.colour));
    const auto outcomes = alerts::run_alerts(
        store, searcher, options,
        [&](const std::vector<alerts::Match>& matches) { printer.print(matches); });
    printer.finish();
    bool has_failed = false;
    for (const AlertOutcome& outcome : outcomes) has_failed = complain(outcome) || has_failed;
    summarise(outcomes, printer.printed());
    if (was_interrupted()) return exit_interrupted;
    if (has_failed) return exit_error;
    return printer.printed() > 0 ? exit_found : exit_nothing;
}

}  // namespace nutgraf::cli
