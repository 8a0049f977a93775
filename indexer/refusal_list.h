#pragma once

#include "base/file.h"
#include "indexer/ingest.h"

#include <cstdint>
#include <filesystem>
#include <string_view>

namespace nutgraf::indexer {

/// What becomes of the refusals that a file lists already.
enum class EarlierRefusals { are_replaced, are_kept };

/// A file that lists what runs refuse, for programs: one JSON record a line, with `file`, `line`
/// where it is known, and `reason`. Each line is written as it comes. Not thread-safe: one per
/// thread.
class RefusalList {
public:
    /// Throws Error when the file cannot be written.
    RefusalList(const std::filesystem::path& path, EarlierRefusals earlier);

    void add(const Place& place, std::string_view reason);

private:
    File file_;
    std::uint64_t end_ = 0;
};

}  // namespace nutgraf::indexer
