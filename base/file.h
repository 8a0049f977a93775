#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

namespace nutgraf {

/// An open file, closed with its owner. Every failure throws Error with the path and the
/// system's reason. Not thread-safe: one per thread.
class File {
public:
    /// An existing file, to read.
    static File open_to_read(const std::filesystem::path& path);
    /// A file to read and to write at chosen places; created when missing.
    static File open_to_write(const std::filesystem::path& path);

    /// One that the system has opened otherwise; `path` is what errors name. Takes it over.
    static File adopted(const std::filesystem::path& path, int descriptor);

    File(File&& other) noexcept
        : path_(std::move(other.path_)), descriptor_(std::exchange(other.descriptor_, -1)) {}
    File& operator=(File&& other) noexcept;
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    ~File();

    /// Up to `size` bytes from `offset`; fewer only where the file ends.
    std::string read_at(std::uint64_t offset, std::size_t size) const;
    /// Writes all of the bytes at `offset`, or throws.
    void write_at(std::uint64_t offset, std::string_view bytes);
    /// Returns when the bytes and the size are on the disk.
    void sync();
    void truncate(std::uint64_t size);
    std::uint64_t size() const;
    int descriptor() const { return descriptor_; }
    const std::filesystem::path& path() const { return path_; }

private:
    File(std::filesystem::path path, int descriptor)
        : path_(std::move(path)), descriptor_(descriptor) {}
    static File opened(const std::filesystem::path& path, int flags);

    std::filesystem::path path_;
    int descriptor_ = -1;
};

/// Makes the entries of a folder (a new file, a rename, a removal) durable.
void sync_folder(const std::filesystem::path& folder);

/// The whole of a file. Throws Error when it cannot be read.
std::string read_file(const std::filesystem::path& path);

/// Puts the bytes in place of a file in one step: after a crash at any moment the file holds
/// either all of the old bytes or all of the new, and once this returns, the new.
void replace_file(const std::filesystem::path& path, std::string_view bytes);

/// `"x" could not be written: No space left on device.` from errno.
std::string system_failure(std::string_view doing, const std::filesystem::path& path);

}  // namespace nutgraf
