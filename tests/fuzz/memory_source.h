#pragma once

#include "indexer/archive/byte_source.h"

#include <algorithm>
#include <string_view>

namespace nutgraf::tests {

/// Gives bytes that outlive it, a few at a time.
class MemorySource final : public archive::ByteSource {
public:
    explicit MemorySource(std::string_view bytes) : rest_(bytes) {}

    std::size_t read(std::span<char> buffer) override {
        constexpr std::size_t piece = 7;
        const std::size_t count = std::min({buffer.size(), rest_.size(), piece});
        std::copy_n(rest_.begin(), count, buffer.begin());
        rest_.remove_prefix(count);
        return count;
    }

private:
    std::string_view rest_;
};

}  // namespace nutgraf::tests
