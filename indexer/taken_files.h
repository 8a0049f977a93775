#pragma once

#include "base/file.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace nutgraf::indexer {

/// What tells one state of a file from another.
struct FileStamp {
    std::uint64_t bytes = 0;
    std::int64_t modified = 0;  ///< Nanoseconds since 1970.
    std::uint64_t node = 0;     ///< Another file in its place has another.

    bool operator==(const FileStamp&) const = default;
};

/// The stamp of a file; empty when it is not there or no regular file.
std::optional<FileStamp> stamp_of(const std::filesystem::path& path);

/// A file in the state in which it was taken.
struct TakenFile {
    std::filesystem::path path;
    FileStamp stamp;
};

/// Which files of a watched folder are in the index, and in which state: remembered beside the
/// index. What is lost of it costs reading a file again. Not thread-safe: one per thread.
class TakenFiles {
public:
    /// Reads what is remembered of a folder in an index. Throws Error when another process watches
    /// the same folder for it, or the file cannot be used.
    TakenFiles(const std::filesystem::path& index, const std::filesystem::path& folder);

    /// Whether a file was taken in the state it is in.
    bool has(const TakenFile& file) const;

    /// Remembers files, durably. Their articles must be acknowledged before.
    void add(const std::vector<TakenFile>& files);

private:
    void read();
    void rewrite();

    File file_;
    std::unordered_map<std::string, FileStamp> taken_;  // By path.
    std::uint64_t end_ = 0;
};

}  // namespace nutgraf::indexer
