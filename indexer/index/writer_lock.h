#pragma once

#include "base/file.h"

#include <chrono>
#include <filesystem>

namespace nutgraf::index {

/// The right to write to an index folder, held as long as this lives; the system gives it back
/// when the process ends, however it ends. Not thread-safe: one per thread.
class WriterLock {
public:
    /// Waits up to `wait` for another writer. Throws Error, naming its process, when it does not
    /// end.
    WriterLock(const std::filesystem::path& folder, std::chrono::milliseconds wait);

private:
    File file_;
};

}  // namespace nutgraf::index
