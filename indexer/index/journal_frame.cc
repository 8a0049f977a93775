#include "indexer/index/journal_frame.h"

#include "base/error.h"

#include <zstd.h>

#include <algorithm>

namespace nutgraf::index {

namespace {

// RFC 8878, 3.1.2: readers skip frames whose magic is 0x184D2A50 to 0x184D2A5F.
constexpr std::uint32_t skippable_magic = 0x184D2A5EU;
constexpr std::string_view our_magic = "NGJ1";
constexpr std::uint32_t skippable_size = frame_header_bytes - 8;
constexpr std::size_t numbers_bytes = our_magic.size() + 8 + 4 + 4;
constexpr int frame_compression_level = 3;

template <class Number>
void put(std::string& bytes, Number number) {
    for (std::size_t i = 0; i < sizeof number; ++i)
        bytes.push_back(static_cast<char>((number >> (8 * i)) & 0xFFU));
}

template <class Number>
Number taken(std::string_view& bytes) {
    Number number = 0;
    for (std::size_t i = 0; i < sizeof number; ++i)
        number |= static_cast<Number>(static_cast<Number>(static_cast<unsigned char>(bytes[i]))
                                      << (8 * i));
    bytes.remove_prefix(sizeof number);
    return number;
}

std::string numbers_of(const FrameHeader& header) {
    std::string bytes(our_magic);
    put(bytes, header.first_sequence);
    put(bytes, header.records);
    put(bytes, header.compressed_bytes);
    return bytes;
}

Digest digest_of(const FrameHeader& header, std::string_view compressed) {
    return sha256(numbers_of(header).append(compressed));
}

std::string compressed_lines(const std::vector<std::string>& records) {
    std::string lines;
    for (const std::string& record : records) lines.append(record).push_back('\n');
    std::string compressed(ZSTD_compressBound(lines.size()), '\0');
    const std::size_t size = ZSTD_compress(compressed.data(), compressed.size(), lines.data(),
                                           lines.size(), frame_compression_level);
    if (ZSTD_isError(size) != 0) throw Error("Zstandard could not compress a journal frame.");
    compressed.resize(size);
    return compressed;
}

}  // namespace

std::string encoded_frame(std::uint64_t first_sequence, const std::vector<std::string>& records) {
    const std::string compressed = compressed_lines(records);
    if (compressed.size() > max_frame_bytes) throw Error("A journal frame would be over 1 GiB.");
    FrameHeader header{first_sequence,
                       static_cast<std::uint32_t>(records.size()),
                       static_cast<std::uint32_t>(compressed.size()),
                       {}};
    header.digest = digest_of(header, compressed);
    std::string frame;
    frame.reserve(frame_header_bytes + compressed.size());
    put(frame, skippable_magic);
    put(frame, skippable_size);
    frame += numbers_of(header);
    frame += bytes_of(header.digest);
    return frame += compressed;
}

std::optional<FrameHeader> decoded_header(std::string_view bytes) {
    if (bytes.size() < frame_header_bytes) return std::nullopt;
    if (taken<std::uint32_t>(bytes) != skippable_magic) return std::nullopt;
    if (taken<std::uint32_t>(bytes) != skippable_size) return std::nullopt;
    if (!bytes.starts_with(our_magic)) return std::nullopt;
    bytes.remove_prefix(our_magic.size());
    FrameHeader header;
    header.first_sequence = taken<std::uint64_t>(bytes);
    header.records = taken<std::uint32_t>(bytes);
    header.compressed_bytes = taken<std::uint32_t>(bytes);
    std::copy_n(bytes.begin(), header.digest.size(), header.digest.begin());
    if (header.compressed_bytes > max_frame_bytes) return std::nullopt;
    return header;
}

std::optional<std::vector<std::string>> decoded_records(const FrameHeader& header,
                                                        std::string_view compressed) {
    if (digest_of(header, compressed) != header.digest) return std::nullopt;
    // The digest matches, so the size is the one we wrote.
    const auto size = ZSTD_getFrameContentSize(compressed.data(), compressed.size());
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN) return std::nullopt;
    std::string lines(size, '\0');
    const std::size_t done =
        ZSTD_decompress(lines.data(), lines.size(), compressed.data(), compressed.size());
    if (ZSTD_isError(done) != 0 || done != lines.size()) return std::nullopt;
    std::vector<std::string> records;
    records.reserve(header.records);
    for (std::size_t at = 0; at < lines.size();) {
        const std::size_t end = std::min(lines.find('\n', at), lines.size());
        records.push_back(lines.substr(at, end - at));
        at = end + 1;
    }
    if (records.size() != header.records) return std::nullopt;
    return records;
}

}  // namespace nutgraf::index
