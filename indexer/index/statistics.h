#pragma once

#include "base/date.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace nutgraf::index {

/// How often something occurs.
struct Count {
    std::string name;
    std::uint64_t articles = 0;

    bool operator==(const Count&) const = default;
};

/// What an index holds, for people and for monitoring.
struct Statistics {
    std::string uuid;
    std::uint64_t articles = 0;
    std::uint64_t sequence = 0;  ///< Of the last searchable change.
    std::uint64_t waiting = 0;   ///< Durable changes not searchable yet.
    std::uint64_t journal_bytes = 0;
    std::uint64_t database_bytes = 0;
    std::string gazetteer;              ///< As `gazetteer_metadata` has it.
    std::uint64_t killed = 0;           ///< Articles that notices hide, and so not counted above.
    std::uint64_t withheld = 0;         ///< Likewise.
    std::uint64_t embargoed = 0;        ///< Likewise.
    std::uint64_t learned_lines = 0;    ///< That sources repeat, and so are furniture.
    std::uint64_t learned_sources = 0;  ///< That have any of those.
    std::uint64_t undated = 0;
    std::optional<DaySpan> published;  ///< First and last day; empty when all are undated.
    std::vector<Count> languages;      ///< Most articles first, then by name.
    std::vector<Count> sources;        ///< Likewise; articles without a source are not counted.
};

/// Reads the statistics of an index; walks over every article's values. Throws Error when there is
/// no index or it cannot be read.
Statistics statistics_of(const std::filesystem::path& folder);

}  // namespace nutgraf::index
