#pragma once

#include "indexer/archive/byte_source.h"

#include <algorithm>
#include <memory>
#include <string>

namespace nutgraf::tests {

/// A text as a stream that gives a few bytes at a time, so that borders are everywhere.
class MemoryBytes final : public archive::ByteSource {
public:
    explicit MemoryBytes(std::string text, std::size_t step = 3)
        : text_(std::move(text)), step_(step) {}

    std::size_t read(std::span<char> buffer) override {
        const std::size_t count = std::min({buffer.size(), step_, text_.size() - at_});
        std::copy_n(text_.begin() + static_cast<std::ptrdiff_t>(at_), count, buffer.begin());
        at_ += count;
        return count;
    }

private:
    std::string text_;
    std::size_t step_;
    std::size_t at_ = 0;
};

inline std::unique_ptr<archive::ByteSource> bytes_from(std::string text) {
    return std::make_unique<MemoryBytes>(std::move(text));
}

}  // namespace nutgraf::tests
