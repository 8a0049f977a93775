#pragma once

#include "base/error.h"
#include "base/file.h"

#include <chrono>
#include <filesystem>
#include <string>

namespace nutgraf::index {

/// Another process is writing to the index.
class WriterBusy : public Error {
public:
    using Error::Error;
};

/// The right to write to an index folder, held as long as this lives; the system gives it back
/// when the process ends, however it ends. Not thread-safe: one per thread.
class WriterLock {
public:
    /// Waits up to `wait` for another writer. Throws WriterBusy, naming its process, when it
    /// does not end.
    WriterLock(const std::filesystem::path& folder, std::chrono::milliseconds wait);

    /// The process that holds the right to write to an index folder, as digits; empty when none
    /// does.
    static std::string holder(const std::filesystem::path& folder);

private:
    File file_;
};

}  // namespace nutgraf::index
