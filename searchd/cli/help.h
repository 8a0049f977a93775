#pragma once

#include <string>

namespace nutgraf::cli {

/// What `nutgraf --help` begins with: one line and the examples.
const char* description();

/// Prints the explanation of a topic, or for an empty one the program's own help. Returns the exit
/// status: 2, with a suggestion, for a topic that is not there.
int print_help(const std::string& topic, const std::string& program_help);

}  // namespace nutgraf::cli
