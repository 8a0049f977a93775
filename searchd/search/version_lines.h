#pragma once

#include "indexer/index/document_record.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace nutgraf::search {

/// A former version of an article, as far as a list shows it.
struct VersionLine {
    std::uint64_t number = 0;  ///< From 1, over all there ever were.
    std::string title;         ///< Empty where it had no headline.
    std::string updated;       ///< As the archive writes it.
    std::optional<archive::Published> published;
    std::chrono::sys_seconds seen;      ///< When it came in.
    std::chrono::sys_seconds replaced;  ///< When the next one did.
};

/// The former versions of an article, as a list shows them.
struct VersionLines {
    std::uint64_t former = 0;            ///< How many there ever were, those not kept included.
    std::chrono::sys_seconds since;      ///< When the present version came in.
    std::vector<VersionLine> kept = {};  ///< The latest last.
};

VersionLines version_lines(const index::ArticleVersions& versions);

}  // namespace nutgraf::search
