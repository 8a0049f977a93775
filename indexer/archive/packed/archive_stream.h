#pragma once

#include "indexer/archive/byte_source.h"

#include <archive.h>

#include <array>
#include <cstdint>
#include <memory>
#include <string>

namespace nutgraf::archive {

/// libarchive over a stream. Not thread-safe: one per thread.
class ArchiveStream {
public:
    enum class Kind {
        files,   ///< tar or zip.
        filter,  ///< One stream, of bzip2.
    };

    /// Throws Error when it cannot be opened so.
    ArchiveStream(std::unique_ptr<ByteSource> bytes, Kind kind);
    ArchiveStream(const ArchiveStream&) = delete;
    ArchiveStream& operator=(const ArchiveStream&) = delete;
    ~ArchiveStream();

    struct ::archive* handle() {
        return handle_;
    }

    /// Why the last call failed: libarchive's own words.
    std::string failure() const;

    /// How many packed bytes were read so far.
    std::uint64_t packed_bytes() const { return packed_bytes_; }

private:
    static la_ssize_t read(struct ::archive* handle, void* self, const void** buffer);

    std::unique_ptr<ByteSource> bytes_;
    struct ::archive* handle_;
    std::array<char, std::size_t{64} * 1024> buffer_{};
    std::uint64_t packed_bytes_ = 0;
    std::string source_failure_;
};

}  // namespace nutgraf::archive
