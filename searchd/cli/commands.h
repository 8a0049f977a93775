#pragma once

#include "analyzers/text/time_zone.h"
#include "searchd/search/searcher.h"

#include <filesystem>
#include <string>
#include <vector>

namespace nutgraf::cli {

/// Whether output is coloured.
enum class ColourChoice { automatic, always, never };

/// How hits are printed.
enum class HitFormat { text, oneline, tsv, csv, json, jsonl, atom };

/// Which text of an article is shown.
enum class TextView {
    clean,  ///< Without furniture.
    raw,    ///< As the archive gave it.
};

/// What every verb is told.
struct CommonOptions {
    std::filesystem::path index;
    std::string server;            ///< Address of a daemon to ask instead; empty: none.
    std::filesystem::path alerts;  ///< The file whose alerts a query may name.
    const entities::Gazetteer* gazetteer = nullptr;  ///< Borrowed as long as the verb runs.
    ColourChoice colour = ColourChoice::automatic;
};

/// What `search` and `count` are asked.
struct SearchCommand {
    search::SearchRequest request;
    HitFormat format = HitFormat::text;
    std::string after;           ///< A cursor to go on from; empty: from the beginning.
    bool wants_all = false;      ///< No limit.
    bool wants_count = false;    ///< The number of articles alone.
    bool wants_ids = false;      ///< Their ids alone.
    bool is_quiet = false;       ///< Nothing: the exit status says it.
    bool ends_with_nul = false;  ///< Ids end with NUL instead of a line feed.
};

// Each runs one verb of nutgraf, prints its data on standard output and its messages on standard
// error, and returns the exit status. They throw Error when the world fails.

/// Prints what there is to tell about a query as it was read.
void print_notes(const std::vector<query::Note>& notes);

int print_search(const CommonOptions& common, const SearchCommand& command);
int print_explanation(const CommonOptions& common, const search::SearchRequest& request,
                      const std::string& id, bool as_json);

/// Today in UTC.
std::chrono::sys_days today(const analyzers::TimeZone& zone = {});

/// Replaces this process by another program of Nutgraf's that lies beside it, with these arguments.
/// Returns only by throwing Error.
[[noreturn]] void run_sibling(const std::string& program,
                              const std::vector<std::string>& arguments);

}  // namespace nutgraf::cli
