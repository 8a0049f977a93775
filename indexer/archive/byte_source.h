#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>

namespace nutgraf::archive {

/// A stream of bytes. Not thread-safe: one per thread.
class ByteSource {
public:
    virtual ~ByteSource() = default;
    ByteSource() = default;
    ByteSource(const ByteSource&) = delete;
    ByteSource& operator=(const ByteSource&) = delete;

    /// Fills the front of `buffer`, which must not be empty; returns how many bytes,
    /// 0 only at the end. Throws Error when the file cannot be read, or its
    /// compressed form is damaged or cut short.
    virtual std::size_t read(std::span<char> buffer) = 0;
};

/// Told how many more bytes of a file have been read.
using OnRead = std::function<void(std::size_t)>;

/// The bytes of a file, "-" for standard input; gzip, Zstandard, bzip2 and xz are found by their
/// first bytes and undone, whatever the name. `on_read` is told of the bytes of the file itself as
/// they are read. Throws Error when it cannot be opened.
std::unique_ptr<ByteSource> open_bytes(const std::filesystem::path& path, OnRead on_read);

/// The same for bytes that go by a name.
std::unique_ptr<ByteSource> decompressed(std::unique_ptr<ByteSource> bytes,
                                         const std::filesystem::path& name);

/// What counts as a compression suffix of a file name is taken off: "a.jsonl" for "a.jsonl.gz".
std::filesystem::path without_compression_suffix(const std::filesystem::path& path);

}  // namespace nutgraf::archive
