#include "indexer/index/frame_walk.h"

#include <string_view>

namespace nutgraf::index {

std::optional<FrameHeader> FrameWalk::header_here() const {
    const auto found = decoded_header(file_.read_at(at_, frame_header_bytes));
    if (!found || size_ - at_ - frame_header_bytes < found->compressed_bytes) return std::nullopt;
    return found;
}

void FrameWalk::pass(const FrameHeader& header) {
    header_ = header;
    begin_ = at_;
    at_ += frame_header_bytes + header.compressed_bytes;
}

std::optional<std::vector<std::string>> FrameWalk::next() {
    const auto found = header_here();
    if (!found) return std::nullopt;
    auto records =
        decoded_records(*found, file_.read_at(at_ + frame_header_bytes, found->compressed_bytes));
    if (records) pass(*found);
    return records;
}

bool FrameWalk::skip() {
    const auto found = header_here();
    if (found) pass(*found);
    return found.has_value();
}

bool FrameWalk::has_frame_further_on() const {
    constexpr std::uint64_t window = 1U << 20U;
    for (std::uint64_t begin = at_ + 1; begin < size_; begin += window) {
        const std::string bytes = file_.read_at(begin, window + frame_header_bytes);
        for (std::size_t i = 0; i + frame_header_bytes <= bytes.size(); ++i) {
            const auto header = decoded_header(std::string_view(bytes).substr(i));
            if (header && is_whole(begin + i, *header)) return true;
        }
    }
    return false;
}

bool FrameWalk::is_whole(std::uint64_t at, const FrameHeader& header) const {
    if (size_ - at - frame_header_bytes < header.compressed_bytes) return false;
    const auto bytes = file_.read_at(at + frame_header_bytes, header.compressed_bytes);
    return decoded_records(header, bytes).has_value();
}

}  // namespace nutgraf::index
