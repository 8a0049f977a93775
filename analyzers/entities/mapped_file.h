#pragma once

#include <filesystem>
#include <string_view>
#include <utility>

namespace nutgraf::entities {

/// A file whose bytes can be read as if they were in memory. Immutable: may be shared between
/// threads. The bytes live as long as it does, also when the file is replaced by another.
class MappedFile {
public:
    /// Throws Error when the file cannot be opened or mapped.
    explicit MappedFile(const std::filesystem::path& path);
    MappedFile(MappedFile&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}
    MappedFile& operator=(MappedFile&& other) noexcept {
        std::swap(bytes_, other.bytes_);
        return *this;
    }
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;
    ~MappedFile();

    std::string_view bytes() const { return bytes_; }

private:
    std::string_view bytes_;
};

}  // namespace nutgraf::entities
