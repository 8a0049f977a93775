#include "indexer/archive/whole_text.h"

#include <array>

namespace nutgraf::archive {

std::optional<std::string> whole_text(ByteSource& bytes, std::size_t max_bytes) {
    std::string content;
    constexpr std::size_t part_bytes = std::size_t{64} * 1024;
    std::array<char, part_bytes> part{};
    while (const std::size_t count = bytes.read(part)) {
        content.append(part.data(), count);
        if (content.size() > max_bytes) return std::nullopt;
    }
    return content;
}

}  // namespace nutgraf::archive
