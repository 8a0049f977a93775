#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace nutgraf::alerts {

/// A command line to run, and what it is given.
struct Command {
    std::string line;   ///< For /bin/sh.
    std::string input;  ///< What it reads from its standard input.
    std::vector<std::pair<std::string, std::string>> variables;  ///< Beside this environment.
    std::chrono::milliseconds time_limit;
};

/// Runs a command to its end. Empty when it ended with status 0; else a whole sentence that says
/// how it ended, with the last it wrote.
///
/// It inherits no descriptor: it writes into a pipe of which the end is kept. It leads a process
/// group, which is killed when the time is up. Throws Error when it cannot be started at all.
std::optional<std::string> failure_of(const Command& command);

}  // namespace nutgraf::alerts
