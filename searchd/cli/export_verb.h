#pragma once

#include "base/command_line.h"
#include "searchd/cli/answers.h"
#include "searchd/cli/commands.h"

#include <string>
#include <vector>

namespace nutgraf::cli {

/// What `export` is asked.
struct ExportCommand {
    search::SearchRequest request;
    std::vector<std::string> words;  ///< Of the query.
    ExportFormat format = ExportFormat::jsonl;
};

/// Adds the verb to the command line.
void define_export(CLI::App& app, ExportCommand& command);

/// Writes every article that matches, a few at a time. Returns the exit status.
int run_export(const CommonOptions& common, const ExportCommand& command);

}  // namespace nutgraf::cli
