#pragma once

#include "indexer/alert_file.h"
#include "indexer/commands.h"

#include <filesystem>

namespace nutgraf::indexer {

// Verbs of nutgraf-indexer for people who keep an index in order. They run as those of commands.h
// do.

/// Looks whether an index, and the alerts that belong to it, can serve.
int check(const AddRequest& request, const AlertFile& alerts);

/// What `backup` was asked.
struct BackupRequest {
    std::filesystem::path index;
    std::filesystem::path backup;
    bool has_databases = true;
};

/// Copies an index and its alerts to a new folder.
int backup(const BackupRequest& request, const AlertFile& alerts);

/// Makes an index, and its alerts, of such a copy.
int restore(const AddRequest& request, const std::filesystem::path& backup,
            const AlertFile& alerts);

}  // namespace nutgraf::indexer
