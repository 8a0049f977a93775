#include "indexer/index/record_fields.h"

#include "base/error.h"

namespace nutgraf::index {

void put_number(std::string& bytes, std::uint64_t number) {
    for (; number >= 0x80; number >>= 7U) bytes.push_back(static_cast<char>(number | 0x80U));
    bytes.push_back(static_cast<char>(number));
}

void put_text(std::string& bytes, std::string_view text) {
    put_number(bytes, text.size());
    bytes += text;
}

std::uint64_t RecordFields::number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
        if (rest_.empty()) fail_damaged_record();
        const auto byte = static_cast<unsigned char>(rest_.front());
        rest_.remove_prefix(1);
        value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
        if (byte < 0x80) return value;
    }
    fail_damaged_record();
}

std::string_view RecordFields::text() {
    const std::uint64_t size = number();
    if (size > rest_.size()) fail_damaged_record();
    const std::string_view text = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return text;
}

std::uint64_t RecordFields::count() {
    const std::uint64_t things = number();
    if (things > rest_.size()) fail_damaged_record();
    return things;
}

void fail_damaged_record() {
    throw Error(
        "An article's record in the index is damaged; run \"nutgraf-indexer verify\", then "
        "\"nutgraf-indexer rebuild\".");
}

}  // namespace nutgraf::index
