#pragma once

#include "indexer/ingest.h"

#include <chrono>
#include <cstdint>
#include <string>

namespace nutgraf::indexer {

/// How far a run is and how long it has taken.
struct Progress {
    IngestTotals totals;
    std::uint64_t all_file_bytes = 0;  ///< Of every file of the run; 0 when not known.
    std::chrono::duration<double> elapsed{0};
};

/// "12,400 articles, 8.3 MB/s, 41 %, 12 s left"; without the last two when the sizes are not known.
std::string progress_line(const Progress& progress);

/// The same as one JSON record: event "progress", with `acknowledged`.
std::string progress_json(const Progress& progress);

/// The closing line: read, added, replaced, unchanged, refused, seconds, articles/s, MB/s.
std::string summary_line(const Progress& progress);

/// The same as one JSON record: event "summary".
std::string summary_json(const Progress& progress);

}  // namespace nutgraf::indexer
