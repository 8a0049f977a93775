#pragma once

#include "base/command_line.h"
#include "searchd/cli/commands.h"
#include "searchd/search/counts.h"
#include "searchd/search/timeline.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace nutgraf::cli {

/// How counts are printed.
enum class CountFormat { text, tsv, json };

/// Counts articles by the story they are of.
struct ByStory {};

/// By what articles are counted.
using CountedBy = std::variant<search::FacetField, search::TimeUnit, ByStory>;

/// What `count` is asked.
struct CountCommand {
    SearchCommand search;
    std::vector<std::string> words;  ///< Of the query.
    std::optional<CountedBy> by;     ///< Absent: all of them together.
    CountFormat format = CountFormat::text;
};

/// What `timeline` is asked.
struct TimelineCommand {
    search::SearchRequest request;     ///< What all the queries share but for their texts.
    std::vector<std::string> queries;  ///< None: everything.
    search::TimelineWish wish;
    CountFormat format = CountFormat::text;
};

/// Adds the verbs to the command line.
void define_count(CLI::App& app, CountCommand& command);
void define_timeline(CLI::App& app, TimelineCommand& command);

/// Each prints its numbers and returns the exit status.
int run_count(const CommonOptions& common, const CountCommand& command);
int run_timeline(const CommonOptions& common, const TimelineCommand& command);

}  // namespace nutgraf::cli
