#pragma once

#include "base/command_line.h"
#include "searchd/cli/alert_commands.h"
#include "searchd/cli/commands.h"

namespace nutgraf::cli {

/// Adds the verb "alert" and its verbs to the command line.
void define_alert(CLI::App& app, AlertCommand& command);

/// Runs what was parsed; returns the exit status.
int run_alert(const CLI::App& app, const CommonOptions& common, AlertCommand& command);

}  // namespace nutgraf::cli
