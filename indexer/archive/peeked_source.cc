#include "indexer/archive/peeked_source.h"

#include "base/error.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace nutgraf::archive {

PeekedSource::PeekedSource(std::unique_ptr<ByteSource> rest) : rest_(std::move(rest)) {
    constexpr std::size_t looked_at = std::size_t{16} * 1024;
    std::array<char, looked_at> bytes{};
    try {
        while (beginning_.size() < looked_at) {
            const std::size_t count =
                rest_->read(std::span(bytes).first(looked_at - beginning_.size()));
            if (count == 0) break;
            beginning_.append(bytes.data(), count);
        }
    } catch (const Error& error) {
        if (beginning_.empty()) throw;
        failure_ = error.what();  // Its turn comes when what was read before is given.
    }
}

std::size_t PeekedSource::read(std::span<char> buffer) {
    if (given_ == beginning_.size()) {
        if (failure_) throw Error(*failure_);
        return rest_->read(buffer);
    }
    const std::size_t count = std::min(buffer.size(), beginning_.size() - given_);
    std::memcpy(buffer.data(), beginning_.data() + given_, count);
    given_ += count;
    return count;
}

}  // namespace nutgraf::archive
