#pragma once

#include "base/command_line.h"

#include <string>

namespace nutgraf::cli {

/// A shell that can complete what is typed.
enum class Shell { bash, zsh, fish };

/// Adds the verb to the command line.
void define_completion(CLI::App& app, Shell& shell);

/// What the shell is to read so that it completes the verbs and flags of a program: made from its
/// command line itself.
std::string completion_script(const CLI::App& app, Shell shell);

}  // namespace nutgraf::cli
