#include "indexer/archive/line_reader.h"

#include <algorithm>
#include <string_view>

namespace nutgraf::archive {

LineReader::LineReader(std::unique_ptr<ByteSource> source, std::size_t max_line_bytes)
    : source_(std::move(source)), max_line_bytes_(max_line_bytes) {
    constexpr std::size_t buffer_bytes = std::size_t{256} * 1024;
    buffer_.resize(buffer_bytes);
}

std::optional<Line> LineReader::next() {
    if (at_ == filled_ && !fill()) return std::nullopt;
    Line line;
    line.number = ++number_;
    do {
        const std::string_view rest = std::string_view(buffer_).substr(at_, filled_ - at_);
        const auto line_feed = rest.find('\n');
        const std::string_view part = rest.substr(0, line_feed);
        const std::size_t room = max_line_bytes_ - line.bytes.size();
        line.bytes += part.substr(0, room);
        line.is_too_long = line.is_too_long || part.size() > room;
        at_ += part.size();
        if (line_feed != std::string_view::npos) {
            ++at_;
            break;
        }
    } while (fill());
    if (line.bytes.ends_with('\r')) line.bytes.pop_back();
    return line;
}

bool LineReader::fill() {
    at_ = 0;
    filled_ = 0;
    filled_ = source_->read(buffer_);
    return filled_ > 0;
}

}  // namespace nutgraf::archive
