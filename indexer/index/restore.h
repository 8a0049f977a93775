#pragma once

#include "indexer/index/index_writer.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

namespace nutgraf::index {

/// How a backup is restored.
struct RestoreOptions {
    std::filesystem::path alerts;  ///< Where the alerts go; empty: nowhere.
    WriterOptions writer;
    /// Called after each change when databases have to be made, with how many are done.
    std::function<void(std::uint64_t done)> progressed;
};

/// What became of the alerts of a backup.
enum class AlertsRestored { none_there, restored, others_kept };

/// What restoring a backup came to.
struct RestoreReport {
    std::string made;            ///< When the backup was, in ISO 8601.
    std::uint64_t sequence = 0;  ///< Of the last change.
    bool is_rebuilt = false;     ///< The databases were made from the journal.
    AlertsRestored alerts = AlertsRestored::none_there;
};

/// Makes an index of a backup, in a folder that is not there yet or is empty.
///
/// Every file is checked against its digest as it is copied, and every change of the journal is
/// searchable when this returns. The folder appears when it is whole; a call that is cut off leaves
/// none, and the next begins again. Alerts that are there already are kept as they are. Throws
/// Error when the backup is damaged or none, `folder` holds something, or the world fails.
RestoreReport restore_index(const std::filesystem::path& backup,
                            const std::filesystem::path& folder, const RestoreOptions& options);

}  // namespace nutgraf::index
