#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace nutgraf::indexer {

/// What `analyse` was asked.
struct AnalyseRequest {
    std::vector<std::filesystem::path> paths;
    std::string format;                    ///< A name of archive::format_names, or empty.
    std::string published;                 ///< Date of undated articles, ISO 8601; or empty.
    std::filesystem::path published_from;  ///< Lines of name, tab, date; or empty.
    std::filesystem::path gazetteer;       ///< Empty: the one that belongs to the program.
    bool is_raw = false;                   ///< Each file is a text as it stands.
};

/// Prints what is recognised in the articles of some files, one JSON record a line, without an
/// index. Offsets are bytes of the headline, a line feed and the text; with `is_raw` of the file.
/// Returns the exit status; throws Error when the world fails.
int analyse(const AnalyseRequest& request);

}  // namespace nutgraf::indexer
