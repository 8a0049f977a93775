#pragma once

#include "indexer/index/index_writer.h"

#include <cstdint>
#include <filesystem>
#include <functional>

namespace nutgraf::index {

// What makes the databases of an index folder anew and puts them in place of the old in one step.
// Readers go on with the old until then, and begin again when those are gone. Both wait for a
// writer as IndexWriter does, and throw Error when the folder holds no index or the world fails;
// the old databases then stay.

/// From the journal alone. `progress` is called after each change with how many are done. Returns
/// how many changes the journal holds.
std::uint64_t rebuild_index(const std::filesystem::path& folder,
                            const std::function<void(std::uint64_t done)>& progress,
                            const WriterOptions& options = {});

/// What compacting came to, in bytes of databases.
struct Compaction {
    std::uint64_t before = 0;
    std::uint64_t after = 0;
};

/// From the old ones, without the gaps that commits leave between their blocks.
Compaction compact_index(const std::filesystem::path& folder, const WriterOptions& options = {});

}  // namespace nutgraf::index
