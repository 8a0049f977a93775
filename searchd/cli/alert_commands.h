#pragma once

#include "searchd/alerts/store.h"
#include "searchd/cli/commands.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace nutgraf::cli {

/// How matches are printed.
enum class MatchFormat { text, json, jsonl };

/// What the verbs of `alert` are asked.
struct AlertCommand {
    std::filesystem::path store;  ///< The file of the alerts.
    std::string site;             ///< Of the daemon, for the addresses of feeds: "http://…".
    std::string name;
    std::vector<std::string> words;  ///< Of the query.
    search::SearchRequest request;   ///< Its filters.
    std::string since;               ///< A date, a sequence, "beginning"; empty: from now on.
    bool is_every_version = false;
    std::optional<std::string> command;
    std::optional<std::string> new_name;
    MatchFormat format = MatchFormat::text;
    bool as_json = false;
    bool renews = false;     ///< The secret of the feed.
    std::size_t limit = 20;  ///< Hits, matches or runs at most.
};

// Each runs one verb of "nutgraf alert", like those of commands.h. An alert that is not there is an
// Error that names the one that may be meant.

int add_alert(const CommonOptions& common, const AlertCommand& command);
int edit_alert(const CommonOptions& common, const AlertCommand& command);
int list_alerts(const AlertCommand& command);
int show_alert(const CommonOptions& common, const AlertCommand& command);
int pause_alert(const AlertCommand& command);
int resume_alert(const AlertCommand& command);
int remove_alert(const AlertCommand& command);
int test_alert(const CommonOptions& common, const AlertCommand& command);
int print_history(const AlertCommand& command);
int print_feed(const AlertCommand& command);

/// The alert of that name.
alerts::Alert alert_named(alerts::Store& store, const std::string& name);

/// Runs one alert, or all of them when no name is given.
int run_alerts(const CommonOptions& common, const AlertCommand& command);

}  // namespace nutgraf::cli
