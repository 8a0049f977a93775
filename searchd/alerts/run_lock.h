#pragma once

#include "base/file.h"

#include <chrono>
#include <filesystem>

namespace nutgraf::alerts {

/// Held by the one program that runs the alerts of a store, so that no match is handed to a command
/// by two at once. The system lets go of it when the program ends, however it ends.
class RunLock {
public:
    /// Waits for another holder as long as that, then throws Error naming its process.
    RunLock(const std::filesystem::path& store, std::chrono::milliseconds wait);

private:
    File file_;
};

}  // namespace nutgraf::alerts
