#pragma once

#include "base/file.h"
#include "indexer/index/journal_frame.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace nutgraf::index {

/// Walks over the frames of one file of the journal. Borrows the file. Not thread-safe: one per
/// thread.
class FrameWalk {
public:
    /// From an offset on, between two frames.
    FrameWalk(const File& file, std::uint64_t begin)
        : file_(file), begin_(begin), at_(begin), size_(file.size()) {}

    /// The next whole and undamaged frame's records; empty at the end of them.
    std::optional<std::vector<std::string>> next();

    /// Passes over the next frame without looking into it; false where no whole one follows.
    bool skip();

    /// What the header of the frame that was read or passed over last says.
    const FrameHeader& header() const { return header_; }
    /// Where that frame begins, and ends.
    std::uint64_t begin() const { return begin_; }
    std::uint64_t position() const { return at_; }

    bool is_at_end() const { return at_ == size_; }

    /// Whether a whole frame stands anywhere after a place that has none: then what is there is
    /// damage, not a write that a crash cut short.
    bool has_frame_further_on() const;

private:
    std::optional<FrameHeader> header_here() const;
    void pass(const FrameHeader& header);
    bool is_whole(std::uint64_t at, const FrameHeader& header) const;

    const File& file_;
    std::uint64_t begin_;
    std::uint64_t at_;
    std::uint64_t size_;
    FrameHeader header_;
};

}  // namespace nutgraf::index
