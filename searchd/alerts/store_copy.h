#pragma once

#include <filesystem>
#include <string>

namespace nutgraf::alerts {

/// Copies the alerts of a file, as they are at one moment, to a new one that its owner alone may
/// read; what other programs do with them meanwhile waits for nothing. False when there is no file.
/// Throws Error when it is damaged or no file of alerts, or the copy cannot be written.
bool copy_store(const std::filesystem::path& from, const std::filesystem::path& to);

/// Looks through a file of alerts; what it holds, as a whole sentence. Empty when there is no file.
/// Throws Error when it is damaged or no file of alerts.
std::string checked_store(const std::filesystem::path& path);

}  // namespace nutgraf::alerts
