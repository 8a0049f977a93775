#pragma once

#include "base/digest.h"
#include "indexer/index/manifest.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace nutgraf::index {

/// A file of a backup.
struct BackupFile {
    std::filesystem::path path;  ///< Below the backup's folder.
    std::uint64_t bytes = 0;
    Digest digest{};

    bool operator==(const BackupFile&) const = default;
};

/// What a backup holds, as its backup.json says: the last file that is written.
struct BackupRecord {
    std::string made;   ///< When, in ISO 8601.
    Manifest manifest;  ///< For the index that is made of it.
    /// Whether the databases the manifest names are there, and of a format that can be searched;
    /// else they are to be made from the journal.
    bool has_databases = false;
    std::vector<BackupFile> files;

    bool operator==(const BackupRecord&) const = default;
};

/// The name of the copy of the alerts in a backup.
constexpr const char* backed_up_alerts = "alerts.db";

/// The list of polled feeds, in an index and in a backup of it.
constexpr const char* feed_list_file = "feeds.json";

/// Reads what a backup holds. Throws Error, naming the file, when the folder is no backup, or one
/// that was made by a newer version.
BackupRecord read_backup_record(const std::filesystem::path& backup);

/// Writes it, durably.
void write_backup_record(const std::filesystem::path& backup, const BackupRecord& record);

}  // namespace nutgraf::index
