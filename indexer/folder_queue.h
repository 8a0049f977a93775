#pragma once

#include "indexer/folder_events.h"
#include "indexer/taken_files.h"

#include <chrono>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace nutgraf::indexer {

/// Whether nobody has a file open to write. Where the system does not say, whether it was left
/// alone for some seconds.
bool is_left_alone(const std::filesystem::path& path);

/// The files of a folder that are still to be taken, each when it is whole. Not thread-safe: one
/// per thread.
class FolderQueue {
public:
    using Clock = std::chrono::steady_clock;

    /// Watches from now on; everything that lies there already is to be taken. Throws Error when
    /// the folder cannot be watched.
    explicit FolderQueue(const std::filesystem::path& folder);

    /// Waits for something to happen, at most so long, and takes note of it. Throws Error when the
    /// folder goes away.
    void wait(std::chrono::milliseconds at_most);

    /// Some files that are whole and were not taken in their present state, in the order of their
    /// paths; they are in the queue no more. `taken` may be null.
    std::vector<TakenFile> due(const TakenFiles* taken, std::size_t most);

    /// Puts a file back, to be looked at again after so long.
    void put_back(const std::filesystem::path& path, std::chrono::milliseconds after);

    /// Whether some file is to be looked at now.
    bool has_due() const;

private:
    void look_through(const std::filesystem::path& folder);

    std::filesystem::path folder_;
    FolderWatcher watcher_;
    std::map<std::filesystem::path, Clock::time_point> waiting_;  // When each is to be looked at.
};

}  // namespace nutgraf::indexer
