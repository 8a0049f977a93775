#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace nutgraf::index {

/// What checking an index came to.
struct Verification {
    std::uint64_t changes = 0;        ///< Records read from the journal, digests and all.
    std::uint64_t articles = 0;       ///< Articles the databases hold.
    std::uint64_t waiting = 0;        ///< Durable changes not searchable yet: no fault.
    std::vector<std::string> faults;  ///< Whole sentences; none when all is well.
};

/// Checks an index against its digests: every frame of the journal, every article in the databases
/// against the journal's last word on it, and the structure of the databases. A fault is reported
/// and the check goes on as far as it can. Throws Error when there is no index to check.
Verification verify_index(const std::filesystem::path& folder);

}  // namespace nutgraf::index
