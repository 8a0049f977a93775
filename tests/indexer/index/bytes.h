#pragma once

#include "base/file.h"

#include <filesystem>
#include <string>

namespace nutgraf::tests {

/// The bytes with one of their bits turned over.
inline std::string flipped(std::string bytes, std::size_t at, unsigned bit = 0) {
    bytes[at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ (1U << bit));
    return bytes;
}

/// Makes a file hold other bytes, without the cost of durability.
inline void overwrite(const std::filesystem::path& path, std::string_view bytes) {
    File file = File::open_to_write(path);
    file.truncate(0);
    file.write_at(0, bytes);
}

}  // namespace nutgraf::tests
