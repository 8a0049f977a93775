#pragma once

#include <unistd.h>

#include <filesystem>
#include <string>

namespace nutgraf::tests {

/// A folder of a fuzz target's own, in memory where the system has such a place; removed at the
/// end.
class Scratch {
public:
    Scratch() {
        const std::filesystem::path memory = "/dev/shm";
        const auto parent =
            std::filesystem::is_directory(memory) ? memory : std::filesystem::temp_directory_path();
        path_ = parent / ("nutgraf-fuzz-" + std::to_string(::getpid()));
        std::filesystem::create_directories(path_);
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    ~Scratch() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }

    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

}  // namespace nutgraf::tests
