#pragma once

#include "searchd/alerts/run.h"
#include "searchd/alerts/store.h"
#include "searchd/cli/alert_commands.h"
#include "searchd/render/terminal.h"

#include <string>
#include <vector>

namespace nutgraf::cli {

// What the verbs of "nutgraf alert" print, safe for a terminal.

/// Every alert on a line of its own: name, state, matches, query.
std::string alert_lines(const std::vector<alerts::Alert>& alerts, alerts::Outbox& outbox);

/// An alert over several lines.
std::string alert_text(const alerts::Alert& alert, alerts::Outbox& outbox);

/// A run of an alert on one line.
std::string run_line(const alerts::RunEntry& entry);

/// Prints matches on standard output as they come.
class MatchPrinter {
public:
    MatchPrinter(MatchFormat format, render::TerminalStyle style)
        : format_(format), style_(style) {}

    /// Returns when the matches have left the program; throws Error when they cannot.
    void print(const std::vector<alerts::Match>& matches);
    /// The same for hits that an alert would report.
    void print(const std::vector<search::ChangedHit>& hits);

    /// Ends the output. To be called once, after everything was printed.
    void finish() const;

    std::size_t printed() const { return printed_; }

private:
    void print_record(const Json& record) const;

    MatchFormat format_;
    render::TerminalStyle style_;
    std::string alert_;  // Whose matches are being printed.
    std::size_t printed_ = 0;
};

}  // namespace nutgraf::cli
