#include "indexer/archive/key_bits.h"

#include <charconv>

namespace nutgraf::archive {

std::uint64_t bits_of_key(std::string_view key) {
    constexpr int hexadecimal_base = 16;
    std::uint64_t bits = 0;
    std::from_chars(key.data(), key.data() + key.size(), bits, hexadecimal_base);
    return bits;
}

}  // namespace nutgraf::archive
