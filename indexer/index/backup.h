#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

namespace nutgraf::index {

/// Puts a copy of something that belongs to an index under a path; false when there is nothing to
/// copy.
using CopyInto = std::function<bool(const std::filesystem::path& path)>;

/// How a backup is made.
struct BackupOptions {
    std::chrono::sys_seconds now;
    bool has_databases = true;  ///< Else the journal alone, from which they can be made.
    CopyInto copy_alerts;       ///< Empty: there are none.
};

/// What a backup came to.
struct BackupReport {
    std::uint64_t sequence = 0;  ///< Of the last change it holds.
    std::uint64_t bytes = 0;
    bool has_databases = false;
    bool has_alerts = false;
    std::string database_failure;  ///< Why the databases were left out, if they were to be in it.
};

/// Copies an index into a new folder, as it is at one moment after the call.
///
/// Takes no lock, so that writers go on and wait for nothing. The journal is copied up to its last
/// whole frame, and each of its digests is checked; the databases as one committed state. Writers
/// may take that state away faster than it can be copied: the backup then is without databases, and
/// restoring it makes them. The folder appears when it is whole and durable, not before. Throws
/// Error when there is no index, the journal is damaged, `target` is there already or the world
/// fails.
BackupReport back_up_index(const std::filesystem::path& folder, const std::filesystem::path& target,
                           const BackupOptions& options);

}  // namespace nutgraf::index
