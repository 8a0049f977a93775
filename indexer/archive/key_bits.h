#pragma once

#include <cstdint>
#include <string_view>

namespace nutgraf::archive {

/// The 64 bits that an article's key, which it must be, stands for: where millions are kept.
std::uint64_t bits_of_key(std::string_view key);

}  // namespace nutgraf::archive
