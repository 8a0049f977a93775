#include "indexer/archive/byte_window.h"

#include <algorithm>
#include <span>

namespace nutgraf::archive {

bool ByteWindow::has(std::size_t count) {
    constexpr std::size_t part_bytes = std::size_t{64} * 1024;
    while (held_.size() - at_ < count && !is_at_end_) {
        before_ += at_;
        held_.erase(0, at_);
        at_ = 0;
        const std::size_t held = held_.size();
        held_.resize(held + part_bytes);
        const std::size_t read = bytes_->read(std::span(held_).subspan(held));
        held_.resize(held + read);
        is_at_end_ = read == 0;
    }
    return held_.size() - at_ >= count;
}

std::string_view ByteWindow::take(std::size_t count) {
    const std::string_view taken = view().substr(0, count);
    at_ += taken.size();
    return taken;
}

std::uint64_t ByteWindow::skip(std::uint64_t count) {
    std::uint64_t left = count;
    while (left > 0 && has(1))
        left -= take(static_cast<std::size_t>(std::min<std::uint64_t>(left, view().size()))).size();
    return count - left;
}

std::string ByteWindow::line(std::size_t max_bytes) {
    std::string line;
    while (has(1)) {
        const auto end = view().find('\n');
        const std::string_view part = take(end == std::string_view::npos ? view().size() : end + 1);
        line += part.substr(0, max_bytes - std::min(max_bytes, line.size()));
        if (end != std::string_view::npos) break;
    }
    while (line.ends_with('\n') || line.ends_with('\r')) line.pop_back();
    return line;
}

}  // namespace nutgraf::archive
