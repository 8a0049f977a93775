#pragma once

#include "indexer/alert_file.h"

#include <filesystem>
#include <string>
#include <vector>

namespace nutgraf::indexer {

/// How progress is told on standard error.
enum class ProgressStyle { automatic, always, never, json };

/// What `add` was asked.
struct AddRequest {
    std::filesystem::path index;
    std::vector<std::filesystem::path> paths;
    std::string format;  ///< A name of archive::format_names, or empty.
    std::string source;
    std::string published;                        ///< An ISO 8601 date, or empty.
    std::filesystem::path gazetteer;              ///< Empty: the one that belongs to the program.
    std::vector<std::filesystem::path> sitemaps;  ///< Files and folders of them.
    std::filesystem::path refusals;  ///< The file that lists what is refused, or empty.
    bool allow_rejects = false;
    bool is_dry_run = false;
    bool is_silent = false;  ///< Alerts are not told of what is added.
    ProgressStyle progress = ProgressStyle::automatic;
};

// Each runs one verb of nutgraf-indexer, prints its data on standard output and its messages on
// standard error, and returns the exit status. They throw Error when the world fails.

int add(const AddRequest& request);
/// Takes articles down: see index::take_down.
int remove(const AddRequest& request, const std::vector<std::string>& ids, const AlertFile& alerts);

/// Puts in what is under embargo no longer; with ids these, whatever their time.
int release(const AddRequest& request, const std::vector<std::string>& ids);

/// Lists the articles that notices hide.
int print_held(const std::filesystem::path& index, bool as_json);

/// Makes the databases anew; with `only_for_entities` just where they were not made by the
/// gazetteer of the request.
int rebuild(const AddRequest& request, bool only_for_entities);
int compact(const std::filesystem::path& index);
int verify(const std::filesystem::path& index);
int print_statistics(const std::filesystem::path& index, bool as_json);

/// Lists the lines that are furniture since their sources repeat them.
int print_lines(const std::filesystem::path& index, bool as_json);

/// Prints the articles of the files of a request as JSON lines, without an index.
int read(const AddRequest& request);

}  // namespace nutgraf::indexer
