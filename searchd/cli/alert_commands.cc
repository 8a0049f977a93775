#include "searchd/cli/alert_commands.h"

#include "base/closest.h"
#include "base/error.h"
#include "base/exit_status.h"
#include "base/utf8.h"
#include "indexer/index/manifest.h"
#include "searchd/alerts/alert_record.h"
#include "searchd/alerts/feed.h"
#include "searchd/alerts/preview.h"
#include "searchd/alerts/start.h"
#include "searchd/alerts/token.h"
#include "searchd/cli/alert_output.h"
#include "searchd/cli/output.h"
#include "searchd/query/print.h"

#include <fmt/format.h>

#include <cstdio>

namespace nutgraf::cli {

using alerts::Alert;
using alerts::Store;

namespace {

constexpr std::size_t shown_hits = 5;

std::chrono::sys_seconds now() {
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

/// The query of the command line, read as strictly as the alert will read it.
alerts::SavedQuery query_to_save(const CommonOptions& common, const AlertCommand& command) {
    auto saved = alerts::saved_query_of(command.request);
    const auto parsed = alerts::checked(saved, today(), common.gazetteer);
    if (!parsed) throw Error(alerts::sentence_of(parsed.error()));
    fmt::print(stderr, "Read as: {}\n", visible(query::to_text(parsed->query)));
    return saved;
}

void print_preview(search::Searcher& searcher, const alerts::SavedQuery& saved) {
    const auto found =
        alerts::preview(searcher, alerts::request_of(saved, today()), now(), shown_hits);
    if (!found) throw Error(alerts::sentence_of(found.error()));
    fmt::print(stderr, "In the last {} days it would have found {} article{}{}\n",
               alerts::preview_days.count(), found->total, found->total == 1 ? "" : "s",
               found->hits.empty() ? "." : ", the newest:");
    for (const search::ChangedHit& hit : found->hits)
        fmt::print(stderr, "  {}", render::to_line(hit.hit, {}));
}

/// Where a new alert begins; empty where there is no index yet, of which all will be new.
std::optional<alerts::Cursor> start_of(const CommonOptions& common, const AlertCommand& command,
                                       const alerts::SavedQuery& saved) {
    if (!index::read_manifest(common.index)) {
        if (!command.since.empty() && command.since != "beginning")
            throw Error("--since: There is no index yet in which to go back.");
        fmt::print(stderr,
                   "There is no index in \"{}\" yet; the alert will look at everything that "
                   "comes into it.\n",
                   visible(common.index.string()));
        return std::nullopt;
    }
    search::Searcher searcher(common.index, common.gazetteer);
    const auto start = alerts::start_from(command.since, searcher);
    if (!start) throw Error("--since: " + start.error().message);
    print_preview(searcher, saved);
    return *start;
}

void require_done(const Expected<std::optional<Alert>, alerts::AlertRefusal>& changed) {
    if (!changed) throw Error(changed.error().message);
    if (!*changed) throw Error("The alert was removed in the meantime.");
}

int change(const AlertCommand& command, const alerts::AlertChange& wanted) {
    Store store(command.store);
    require_done(store.change(alert_named(store, command.name).id, wanted));
    return exit_found;
}

}  // namespace

Alert alert_named(Store& store, const std::string& name) {
    if (auto alert = store.alert_named(name)) return *alert;
    const std::vector<Alert> alerts = store.alerts();
    std::vector<std::string_view> names;
    names.reserve(alerts.size());
    for (const Alert& alert : alerts) names.push_back(alert.name);
    const auto meant = closest(name, names);
    throw Error(fmt::format("There is no alert \"{}\".{}", name,
                            meant ? fmt::format(" Is \"{}\" meant?", *meant) : ""));
}

int add_alert(const CommonOptions& common, const AlertCommand& command) {
    Store store(command.store);
    alerts::NewAlert wanted{command.name, query_to_save(common, command)};
    wanted.repeats =
        command.is_every_version ? alerts::Repeats::every_version : alerts::Repeats::once;
    wanted.command = command.command.value_or("");
    wanted.start = start_of(common, command, wanted.query);
    wanted.token = alerts::new_token();
    wanted.created = now();
    const auto alert = store.add(wanted);
    if (!alert) throw Error(alert.error().message);
    const std::string feed = alerts::feed_address(command.site, alert->id, wanted.token);
    if (command.as_json) {
        Json record = {{"version", 1}};
        record.update(to_json(*alert, store.outbox()));
        record["feed"] = feed;
        fmt::print("{}\n", to_visible_text(record));
        return exit_found;
    }
    fmt::print("{}feed      {}\n", alert_text(*alert, store.outbox()), feed);
    fmt::print(stderr,
               "The address of the feed is a secret that is shown only now; "
               "\"nutgraf alert feed --renew\" makes another.\n");
    return exit_found;
}

int edit_alert(const CommonOptions& common, const AlertCommand& command) {
    alerts::AlertChange wanted{.name = command.new_name, .command = command.command};
    if (alerts::saved_query_of(command.request) != alerts::SavedQuery{})
        wanted.query = query_to_save(common, command);
    if (!wanted.name && !wanted.command && !wanted.query)
        throw Error("Nothing is to be changed; give a query, --name or --command.");
    return change(command, wanted);
}

int list_alerts(const AlertCommand& command) {
    Store store(command.store);
    const std::vector<Alert> alerts = store.alerts();
    if (command.as_json) {
        Json list = Json::array();
        for (const Alert& alert : alerts) list.push_back(to_json(alert, store.outbox()));
        fmt::print("{}\n", to_visible_text({{"version", 1}, {"alerts", std::move(list)}}));
    } else {
        fmt::print("{}", alert_lines(alerts, store.outbox()));
    }
    return alerts.empty() ? exit_nothing : exit_found;
}

int show_alert(const CommonOptions& common, const AlertCommand& command) {
    Store store(command.store);
    const Alert alert = alert_named(store, command.name);
    const auto newest = store.outbox().newest(alert.id, {{}, 0, shown_hits});
    if (command.as_json) {
        Json record = {{"version", 1}};
        record.update(to_json(alert, store.outbox()));
        if (!alert.command.empty()) record["command"] = alert.command;
        record["newest"] = Json::array();
        for (const alerts::Match& match : newest) record["newest"].push_back(to_json(match));
        fmt::print("{}\n", to_visible_text(record));
        return exit_found;
    }
    fmt::print("{}", alert_text(alert, store.outbox()));
    const auto style = terminal_style(common.colour);
    for (const alerts::Match& match : newest)
        fmt::print("{}", render::to_line(alerts::hit_of(match), style));
    return exit_found;
}

int pause_alert(const AlertCommand& command) {
    return change(command, {.is_paused = true});
}

int resume_alert(const AlertCommand& command) {
    return change(command, {.is_paused = false});
}

int remove_alert(const AlertCommand& command) {
    Store store(command.store);
    store.remove(alert_named(store, command.name).id);
    return exit_found;
}

int test_alert(const CommonOptions& common, const AlertCommand& command) {
    Store store(command.store);
    const Alert alert = alert_named(store, command.name);
    search::Searcher searcher(common.index, common.gazetteer);
    const auto found = alerts::would_match(alert, searcher, store.outbox(),
                                           alerts::request_of(alert.query, today()), command.limit);
    if (!found) throw Error(alerts::sentence_of(found.error()));
    MatchPrinter printer(command.format, terminal_style(common.colour));
    printer.print(found->hits);
    printer.finish();
    if (found->hits.empty()) fmt::print(stderr, "Nothing new for \"{}\".\n", visible(alert.name));
    if (found->total > command.limit)
        fmt::print(stderr, "The first {} of {} articles; --limit N shows more.\n", command.limit,
                   found->total);
    return found->hits.empty() ? exit_nothing : exit_found;
}

int print_history(const AlertCommand& command) {
    Store store(command.store);
    const Alert alert = alert_named(store, command.name);
    const auto entries = store.history().entries(alert.id, alerts::History::kept_runs);
    if (command.as_json) {
        Json runs = Json::array();
        for (const alerts::RunEntry& entry : entries) runs.push_back(alerts::to_json(entry));
        fmt::print("{}\n", to_visible_text({{"version", 1}, {"runs", std::move(runs)}}));
    } else {
        for (const alerts::RunEntry& entry : entries) fmt::print("{}", run_line(entry));
    }
    return entries.empty() ? exit_nothing : exit_found;
}

int print_feed(const AlertCommand& command) {
    Store store(command.store);
    const Alert alert = alert_named(store, command.name);
    if (command.renews) {
        const std::string token = alerts::new_token();
        require_done(store.change(alert.id, {.token = token}));
        fmt::print("{}\n", alerts::feed_address(command.site, alert.id, token));
        return exit_found;
    }
    const std::string feed = alerts::feed_of(alert, store.outbox(), {now()});
    std::fwrite(feed.data(), 1, feed.size(), stdout);
    return exit_found;
}

}  // namespace nutgraf::cli
