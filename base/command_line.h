#pragma once

#include <CLI/CLI.hpp>

#include <functional>
#include <optional>
#include <string_view>

namespace nutgraf {

/// Exit statuses, as grep has them.
constexpr int exit_found = 0;
constexpr int exit_nothing = 1;
constexpr int exit_error = 2;
constexpr int exit_interrupted = 130;

/// Reads a command line into the variables an app's options are bound to.
///
/// Returns the exit status when the program has nothing more to do: help or the version were asked
/// for and shown, or the usage was wrong and a sentence, with a suggestion where there is one, went
/// to standard error.
std::optional<int> parse_command_line(CLI::App& app, int argc, const char* const* argv);

/// Calls `program` and returns its status; what it throws becomes a line on standard error and
/// status 2. `name` is the program's, for that line.
int run_program(std::string_view name, const std::function<int()>& program);

}  // namespace nutgraf
