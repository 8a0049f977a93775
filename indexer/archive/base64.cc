#include "indexer/archive/base64.h"

namespace nutgraf::archive {

std::string base64_decoded(std::string_view text) {
    constexpr std::string_view alphabet =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    constexpr unsigned bits_of_letter = 6;
    constexpr unsigned bits_of_byte = 8;
    constexpr unsigned byte_mask = 0xFF;
    std::string bytes;
    unsigned held = 0;
    unsigned bits = 0;
    for (const char c : text) {
        const auto value = alphabet.find(c);
        if (value == std::string_view::npos) continue;
        held = held << bits_of_letter | static_cast<unsigned>(value);
        bits += bits_of_letter;
        if (bits < bits_of_byte) continue;
        bits -= bits_of_byte;
        bytes.push_back(static_cast<char>(held >> bits & byte_mask));
    }
    return bytes;
}

}  // namespace nutgraf::archive
