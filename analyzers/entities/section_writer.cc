#include "analyzers/entities/section_writer.h"

#include "base/error.h"

#include <limits>

namespace nutgraf::entities {

void SectionWriter::add_bytes(format::Section section, std::string_view rows, std::size_t count) {
    constexpr std::size_t alignment = 8;
    if (count > std::numeric_limits<std::uint32_t>::max())
        throw Error("The gazetteer has more facts than its format can hold.");
    bytes_.resize((bytes_.size() + alignment - 1) / alignment * alignment);
    header_.sections.at(static_cast<std::size_t>(section)) = {bytes_.size(), count};
    bytes_ += rows;
}

std::string SectionWriter::file() && {
    add_bytes(format::Section::text, texts_, texts_.size());
    header_.file_bytes = bytes_.size();
    std::memcpy(bytes_.data(), &header_, sizeof header_);
    header_.digest = sha256(std::string_view(bytes_).substr(format::first_digested_byte));
    std::memcpy(bytes_.data(), &header_, sizeof header_);
    return std::move(bytes_);
}

}  // namespace nutgraf::entities
