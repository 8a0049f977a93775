#pragma once

#include "base/command_line.h"
#include "searchd/cli/commands.h"

#include <filesystem>
#include <string>
#include <vector>

namespace nutgraf::cli {

/// What `dict` is asked.
struct DictCommand {
    std::vector<std::filesystem::path> files;
    std::filesystem::path output;
    std::vector<std::filesystem::path> others;  ///< Facts that an import is to know too.
    std::filesystem::path allowed;              ///< Names that a source is asked for; may be empty.
    std::string kind;
    std::string since;
    bool is_bare = false;            ///< Without the facts that Nutgraf brings.
    bool tells_differences = false;  ///< Between what is known and what is imported.
    std::size_t min_articles = 2;
    std::size_t limit = 100;
};

/// Adds the verb to the command line.
void define_dict(CLI::App& app, DictCommand& command);

/// Runs what was parsed; returns the exit status.
int run_dict(const CLI::App& app, const CommonOptions& common, const DictCommand& command);

// The verbs of `dict`, each like those of commands.h.

int check_facts(const DictCommand& command);
int build_gazetteer(const DictCommand& command);
int import_facts(const DictCommand& command);
int suggest_facts(const CommonOptions& common, const DictCommand& command);

}  // namespace nutgraf::cli
