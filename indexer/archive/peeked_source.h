#pragma once

#include "indexer/archive/byte_source.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

namespace nutgraf::archive {

/// A stream whose beginning has been looked at and is given again. Not thread-safe: one per thread.
class PeekedSource final : public ByteSource {
public:
    explicit PeekedSource(std::unique_ptr<ByteSource> rest);

    /// The first 16 KiB, or all there is. Where the stream fails sooner, `read` throws in its turn.
    const std::string& beginning() const { return beginning_; }

    std::size_t read(std::span<char> buffer) override;

private:
    std::unique_ptr<ByteSource> rest_;
    std::string beginning_;
    std::size_t given_ = 0;
    std::optional<std::string> failure_;
};

}  // namespace nutgraf::archive
