#pragma once

#include "base/error.h"
#include "indexer/archive/byte_source.h"

#include <algorithm>
#include <memory>
#include <string>

namespace nutgraf::tests {

/// Gives a text in pieces of at most some bytes, and then ends, or fails.
class TextSource final : public archive::ByteSource {
public:
    explicit TextSource(std::string text, std::size_t piece = 4096, bool fails_at_the_end = false)
        : text_(std::move(text)), piece_(piece), fails_at_the_end_(fails_at_the_end) {}

    std::size_t read(std::span<char> buffer) override {
        if (given_ == text_.size() && fails_at_the_end_) throw Error("The disk is gone.");
        const std::size_t count = std::min({buffer.size(), piece_, text_.size() - given_});
        std::copy_n(text_.begin() + static_cast<std::ptrdiff_t>(given_), count, buffer.begin());
        given_ += count;
        return count;
    }

private:
    std::string text_;
    std::size_t piece_;
    bool fails_at_the_end_;
    std::size_t given_ = 0;
};

/// Gives one letter many times without holding it.
class EndlessLine final : public archive::ByteSource {
public:
    explicit EndlessLine(std::size_t letters, std::string then = {})
        : letters_(letters), then_(std::move(then)) {}

    std::size_t read(std::span<char> buffer) override {
        if (letters_ == 0) return then_.read(buffer);
        const std::size_t count = std::min(buffer.size(), letters_);
        std::fill_n(buffer.begin(), count, 'x');
        letters_ -= count;
        return count;
    }

private:
    std::size_t letters_;
    TextSource then_;
};

}  // namespace nutgraf::tests
