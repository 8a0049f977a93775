#pragma once

#include "base/exit_status.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf {

/// Reads a command line into the variables an app's options are bound to.
///
/// Returns the exit status when the program has nothing more to do: help or the version were asked
/// for and shown, or the usage was wrong and a sentence, with a suggestion where there is one, went
/// to standard error.
std::optional<int> parse_command_line(CLI::App& app, int argc, const char* const* argv);

/// Refuses a value that is none of some words, with a suggestion.
CLI::Validator one_of(const std::vector<std::string>& words);

/// Turns one of some words, in any case, into its enumerator; refuses others with a suggestion.
template <class Enumeration>
CLI::Validator choice_of(const std::map<std::string, Enumeration>& choices) {
    std::vector<std::string> words;
    std::ranges::transform(choices, std::back_inserter(words),
                           [](const auto& choice) { return choice.first; });
    const auto transformed = [choices, is_one = one_of(words)](std::string& value) {
        value = CLI::detail::to_lower(value);
        std::string complaint = is_one(value);
        // The library reads an enumerator from its number.
        if (complaint.empty()) value = std::to_string(static_cast<int>(choices.at(value)));
        return complaint;
    };
    return CLI::Validator(transformed, "");
}

/// Calls `program` and returns its status; what it throws becomes a line on standard error and
/// status 2. `name` is the program's, for that line.
int run_program(std::string_view name, const std::function<int()>& program);

}  // namespace nutgraf
