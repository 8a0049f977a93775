#pragma once

#include "base/digest.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::index {

/// What the skippable frame before a batch of records says of it.
struct FrameHeader {
    std::uint64_t first_sequence = 0;
    std::uint32_t records = 0;
    std::uint32_t compressed_bytes = 0;
    Digest digest{};  ///< SHA-256 of the header's numbers and the compressed bytes.
};

/// Bytes a header takes.
constexpr std::size_t frame_header_bytes = 8 + 4 + 8 + 4 + 4 + 32;

/// The most a batch may take, compressed; more is damage.
constexpr std::uint32_t max_frame_bytes = 1U << 30U;

/// The two frames of a batch of records, each a JSON text without a line feed.
std::string encoded_frame(std::uint64_t first_sequence, const std::vector<std::string>& records);

/// Reads a header; empty when the bytes are not one.
std::optional<FrameHeader> decoded_header(std::string_view bytes);

/// The records of a batch; empty when the digest does not match the bytes.
std::optional<std::vector<std::string>> decoded_records(const FrameHeader& header,
                                                        std::string_view compressed);

}  // namespace nutgraf::index
