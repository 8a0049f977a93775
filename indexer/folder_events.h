#pragma once

#include "base/file.h"

#include <chrono>
#include <filesystem>
#include <unordered_map>
#include <vector>

namespace nutgraf::indexer {

/// What has happened below a folder.
struct FolderEvents {
    std::vector<std::filesystem::path> files;    ///< Closed after writing, or moved to their place.
    std::vector<std::filesystem::path> folders;  ///< New: what lies in them was not told of.
    bool is_incomplete = false;                  ///< More has happened than could be told.
};

/// Watches a folder and those below it, but not what is hidden or behind links to folders.
///
/// Throws Error when the system cannot watch as many folders, with the remedy, and when the folder
/// itself goes away. Not thread-safe: one per thread.
class FolderWatcher {
public:
    explicit FolderWatcher(std::filesystem::path folder);

    /// What has happened since the last call; waits for the first of it, at most so long. Returns
    /// early, with nothing, when a signal comes.
    FolderEvents wait(std::chrono::milliseconds at_most);

private:
    void watch(const std::filesystem::path& folder);
    void watch_below(const std::filesystem::path& folder);
    void forget_below(const std::filesystem::path& folder);

    std::filesystem::path folder_;
    File events_;
    std::unordered_map<int, std::filesystem::path> watched_;  // By the system's number.
};

/// Whether a name says that a file or folder is none of the archive's: hidden, or not finished.
bool is_passed_over(const std::filesystem::path& path);

}  // namespace nutgraf::indexer
