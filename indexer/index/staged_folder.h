#pragma once

#include "indexer/index/writer_lock.h"

#include <filesystem>
#include <optional>

namespace nutgraf::index {

/// A folder that appears under its name in one step, when all that is in it is whole and durable.
///
/// Until then it lies in another one beside it, whose name has a suffix: what a process that was
/// killed has left there is cleared away by the next that wants the same. Not thread-safe: one per
/// thread.
class StagedFolder {
public:
    /// Throws Error when `target` is there and no empty folder, when another process is making it,
    /// or when the folders cannot be made.
    StagedFolder(const std::filesystem::path& target, const char* suffix);
    ~StagedFolder();
    StagedFolder(const StagedFolder&) = delete;
    StagedFolder& operator=(const StagedFolder&) = delete;

    /// Where the contents go.
    const std::filesystem::path& path() const { return path_; }

    /// Makes the contents durable and puts the folder in its place. Throws Error when something has
    /// come there meanwhile.
    void publish();

private:
    std::filesystem::path target_;
    std::filesystem::path stage_;
    std::filesystem::path path_;
    std::optional<WriterLock> lock_;
};

}  // namespace nutgraf::index
