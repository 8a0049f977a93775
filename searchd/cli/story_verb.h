#pragma once

#include "base/command_line.h"
#include "searchd/cli/commands.h"

namespace nutgraf::cli {

/// What `story` is asked.
struct StoryCommand {
    search::StoryRequest request;
    bool as_json = false;
    bool wants_changes = false;  ///< Also how two of its articles differ.
};

/// Adds the verb to the command line.
void define_story(CLI::App& app, StoryCommand& command);

/// Runs what was parsed; returns the exit status.
int run_story(const CommonOptions& common, const StoryCommand& command);

}  // namespace nutgraf::cli
