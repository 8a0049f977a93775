#pragma once

#include "base/command_line.h"
#include "searchd/cli/commands.h"
#include "searchd/search/similar_request.h"

#include <string>
#include <vector>

namespace nutgraf::cli {

/// What `similar` is asked.
struct SimilarCommand {
    search::SimilarRequest request;
    HitFormat format = HitFormat::text;
    bool as_json = false;
};

/// What `suggest` is asked.
struct SuggestCommand {
    std::vector<std::string> words;  ///< Of the text that is being typed.
    bool as_json = false;
};

/// Adds the verbs to the command line.
void define_similar(CLI::App& app, SimilarCommand& command);
void define_suggest(CLI::App& app, SuggestCommand& command);

/// Prints the articles most like one, and what they share with it. Returns the exit status.
int run_similar(const CommonOptions& common, const SimilarCommand& command);

/// Prints what a query that is being typed may become. Returns the exit status.
int run_suggest(const CommonOptions& common, const SuggestCommand& command);

}  // namespace nutgraf::cli
