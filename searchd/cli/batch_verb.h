#pragma once

#include "base/command_line.h"
#include "searchd/cli/commands.h"

#include <string>

namespace nutgraf::cli {

/// How the answers of a batch are printed.
enum class BatchFormat { jsonl, trec };

/// What `batch` is asked.
struct BatchCommand {
    search::SearchRequest request;  ///< Of every query, but for its text.
    std::string file;               ///< Of lines "id<TAB>query"; "-" is standard input.
    BatchFormat format = BatchFormat::jsonl;
};

/// Adds the verb to the command line.
void define_batch(CLI::App& app, BatchCommand& command);

/// Answers every query of the file, in order. A line that cannot be read, and a query that is
/// refused, is reported with its line and costs nothing else. Returns the exit status: 2 when there
/// was one of those, else 0 when something was found, else 1.
int run_batch(const CommonOptions& common, const BatchCommand& command);

}  // namespace nutgraf::cli
