#include "indexer/index/uuid.h"

#include "base/digest.h"

#include <random>
#include <string_view>

namespace nutgraf::index {

std::string new_uuid() {
    std::random_device random;
    std::string bytes;
    for (int i = 0; i < 16; ++i) bytes.push_back(static_cast<char>(random() & 0xFFU));
    const auto set = [&](std::size_t at, unsigned mask, unsigned bits) {
        bytes[at] = static_cast<char>((static_cast<unsigned char>(bytes[at]) & mask) | bits);
    };
    set(6, 0x0FU, 0x40U);  // Version 4.
    set(8, 0x3FU, 0x80U);  // The variant of the RFC.
    std::string text = hexadecimal(bytes);
    for (const std::size_t at : {20U, 16U, 12U, 8U}) text.insert(at, "-");
    return text;
}

}  // namespace nutgraf::index
