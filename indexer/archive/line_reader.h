#pragma once

#include "indexer/archive/byte_source.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace nutgraf::archive {

/// One line of a stream.
struct Line {
    std::string bytes;         ///< Without its line end; cut at the reader's limit.
    std::uint64_t number = 0;  ///< Counted from 1.
    bool is_too_long = false;  ///< More bytes followed than the limit allows; they are skipped.
};

/// Cuts a stream into lines in bounded memory. Not thread-safe: one per thread.
class LineReader {
public:
    LineReader(std::unique_ptr<ByteSource> source, std::size_t max_line_bytes);

    /// The next line; empty at the end. A line feed at the very end begins no further line.
    /// Throws Error when the stream fails; the lines before that have been given.
    std::optional<Line> next();

private:
    bool fill();

    std::unique_ptr<ByteSource> source_;
    std::size_t max_line_bytes_;
    std::string buffer_;
    std::size_t at_ = 0;
    std::size_t filled_ = 0;
    std::uint64_t number_ = 0;
};

}  // namespace nutgraf::archive
