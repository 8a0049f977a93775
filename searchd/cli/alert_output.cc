#include "searchd/cli/alert_output.h"

#include "base/date.h"
#include "base/error.h"
#include "base/file.h"
#include "base/utf8.h"
#include "searchd/alerts/alert_record.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

namespace nutgraf::cli {

using alerts::Alert;
using alerts::Match;

namespace {

std::string state_of(const Alert& alert) {
    return alert.is_paused ? "paused" : "active";
}

std::string counted(std::int64_t number, const std::string& noun) {
    return fmt::format("{} {}{}", number, noun, number == 1 ? "" : noun == "match" ? "es" : "s");
}

std::string matches_of(const Alert& alert, alerts::Outbox& outbox) {
    const alerts::MatchCounts counts = outbox.counts(alert.id);
    const std::string total = counted(counts.total, "match");
    return counts.pending == 0 ? total : fmt::format("{}, {} waiting", total, counts.pending);
}

std::string query_of(const Alert& alert) {
    const std::string filters = alerts::filters_in_words(alert.query);
    return filters.empty() ? alert.query.text : fmt::format("{}  ({})", alert.query.text, filters);
}

/// What was printed must have left the program before it is noted that it did.
void flush() {
    if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0)
        throw Error(system_failure("written", "standard output"));
}

}  // namespace

std::string alert_lines(const std::vector<Alert>& alerts, alerts::Outbox& outbox) {
    std::size_t width = 0;
    for (const Alert& alert : alerts) width = std::max(width, code_point_count(alert.name));
    std::string lines;
    for (const Alert& alert : alerts)
        lines += fmt::format("{:<{}}  {}  {:<22}  {}\n", visible(alert.name), width,
                             state_of(alert), matches_of(alert, outbox), visible(query_of(alert)));
    return lines;
}

std::string alert_text(const Alert& alert, alerts::Outbox& outbox) {
    std::string text;
    const auto add = [&](std::string_view label, const std::string& value) {
        if (!value.empty()) text += fmt::format("{:<9} {}\n", label, visible(value));
    };
    add("name", alert.name);
    add("query", alert.query.text);
    add("filters", alerts::filters_in_words(alert.query));
    add("tells", alert.repeats == alerts::Repeats::once ? "of each article once"
                                                        : "of every changed version");
    add("state", state_of(alert));
    add("made", iso_instant(alert.created));
    for (const alerts::Cursor& cursor : outbox.cursors(alert.id))
        add("stands", fmt::format("at change {} of the index {}; began behind {}", cursor.sequence,
                                  cursor.index_uuid, cursor.start));
    add("matches", matches_of(alert, outbox));
    add("command", alert.command);
    return text;
}

std::string run_line(const alerts::RunEntry& entry) {
    std::string line = fmt::format("{}  changes {}..{}  {}", iso_instant(entry.at), entry.from + 1,
                                   entry.to, counted(entry.matches, "match"));
    if (entry.to == entry.from) line = fmt::format("{}  no changes", iso_instant(entry.at));
    if (entry.delivered > 0) line += fmt::format(", {} delivered", entry.delivered);
    if (entry.failed > 0) line += fmt::format(", {} failed", entry.failed);
    if (!entry.failure.empty()) line += "  " + entry.failure;
    return visible(line) + "\n";
}

void MatchPrinter::print_record(const Json& record) const {
    const std::string text = to_visible_text(record);
    if (format_ == MatchFormat::jsonl) {
        fmt::print("{}\n", text);
    } else {
        fmt::print("{}{}", printed_ == 0 ? "{\"version\":1,\"matches\":[" : ",\n", text);
    }
}

void MatchPrinter::print(const std::vector<Match>& matches) {
    for (const Match& match : matches) {
        if (format_ != MatchFormat::text) {
            print_record(to_json(match));
        } else {
            if (match.alert_name != alert_)
                fmt::print("{}{}\n", alert_.empty() ? "" : "\n", visible(match.alert_name));
            fmt::print("{}", render::to_terminal(alerts::hit_of(match), printed_ + 1, style_));
            alert_ = match.alert_name;
        }
        ++printed_;
    }
    flush();
}

void MatchPrinter::print(const std::vector<search::ChangedHit>& hits) {
    for (const search::ChangedHit& hit : hits) {
        if (format_ != MatchFormat::text) {
            Json record = {{"version", 1}};
            record.update(alerts::to_json(hit));
            print_record(record);
        } else {
            fmt::print("{}", render::to_terminal(hit.hit, printed_ + 1, style_));
        }
        ++printed_;
    }
    flush();
}

void MatchPrinter::finish() const {
    if (format_ != MatchFormat::json) return;
    fmt::print("{}]}}\n", printed_ == 0 ? "{\"version\":1,\"matches\":[" : "");
    flush();
}

}  // namespace nutgraf::cli
