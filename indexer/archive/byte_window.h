#pragma once

#include "indexer/archive/byte_source.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace nutgraf::archive {

/// A stream that can be looked into ahead of where it is read. Not thread-safe: one per thread.
class ByteWindow {
public:
    explicit ByteWindow(std::unique_ptr<ByteSource> bytes) : bytes_(std::move(bytes)) {}

    /// Whether so many bytes are left; they are then in `view`, and held in memory.
    bool has(std::size_t count);

    /// What is held ahead of the place; valid until the next call of another function.
    std::string_view view() const { return std::string_view(held_).substr(at_); }

    /// Whether what follows begins so.
    bool begins(std::string_view word) { return has(word.size()) && view().starts_with(word); }

    /// Moves on by so many of the bytes held, and gives them; valid as `view`.
    std::string_view take(std::size_t count);

    /// Moves on by so many bytes, held or not; returns how many there were.
    std::uint64_t skip(std::uint64_t count);

    /// The next line without its end, cut at `max_bytes`; the rest is skipped.
    std::string line(std::size_t max_bytes);

    /// How many bytes lie behind.
    std::uint64_t offset() const { return before_ + at_; }

private:
    std::unique_ptr<ByteSource> bytes_;
    std::string held_;
    std::size_t at_ = 0;
    std::uint64_t before_ = 0;
    bool is_at_end_ = false;
};

}  // namespace nutgraf::archive
