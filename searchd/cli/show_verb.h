#pragma once

#include "base/command_line.h"
#include "searchd/cli/commands.h"

#include <string>

namespace nutgraf::cli {

/// How `show` prints.
enum class ShowFormat { text, json };

/// What `show` is asked.
struct ShowCommand {
    search::SearchRequest request;  ///< What its query finds is marked.
    std::string id;
    ShowFormat format = ShowFormat::text;
    TextView view = TextView::clean;
    bool as_json = false;         ///< Short for the format.
    bool wants_versions = false;  ///< What the article said before, instead of what it says.
};

/// Adds the verb to the command line.
void define_show(CLI::App& app, ShowCommand& command);

/// Runs what was parsed; returns the exit status.
int run_show(const CommonOptions& common, const ShowCommand& command);

}  // namespace nutgraf::cli
