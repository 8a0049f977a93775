#include "indexer/archive/crawl/arc_reader.h"

#include "indexer/archive/article_date.h"
#include "indexer/archive/ascii.h"
#include "indexer/archive/byte_window.h"
#include "indexer/archive/crawl/capture.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>
#include <vector>

namespace nutgraf::archive {

namespace {

constexpr std::size_t longest_line = std::size_t{16} * 1024;

/// The line that begins a record: the address, which may hold spaces, then other words; the date,
/// the type and the length are told by where they stand.
struct ArcLine {
    std::string url;
    std::string date;
    std::string type;
    std::uint64_t length = 0;
    std::uint64_t offset = 0;  ///< Where the line begins.
};

std::vector<std::string_view> words_of(std::string_view line) {
    std::vector<std::string_view> words;
    while (!line.empty()) {
        const auto end = std::min(line.find(' '), line.size());
        words.push_back(line.substr(0, end));
        line.remove_prefix(std::min(end + 1, line.size()));
    }
    return words;
}

bool is_arc_date(std::string_view word) {
    constexpr std::size_t size = std::string_view("20140216050221").size();
    return word.size() == size && std::ranges::all_of(word, is_ascii_digit);
}

/// The line at some byte of the file, where it begins a record.
std::optional<ArcLine> arc_line(std::string_view line, std::uint64_t offset) {
    const auto words = words_of(line);
    constexpr std::size_t words_of_version_1 = 5;
    if (words.size() < words_of_version_1 || words[0].find("://") == std::string_view::npos)
        return std::nullopt;
    const auto date = std::ranges::find_if(words, is_arc_date);
    if (date == words.end() || date - words.begin() < 2 || words.end() - date < 3)
        return std::nullopt;
    ArcLine read;
    const std::string_view digits = words.back();
    const char* end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, read.length);
    if (digits.empty() || error != std::errc{} || stop != end) return std::nullopt;
    const std::string_view address = *(date - 1);
    read.url = line.substr(0, static_cast<std::size_t>(address.data() - line.data() - 1));
    read.date = *date;
    read.type = *(date + 1);
    read.offset = offset;
    return read;
}

/// Where in some content a line begins a record.
std::optional<std::size_t> head_in(std::string_view content) {
    for (std::size_t at = 0; at < content.size();) {
        const auto end = std::min(content.find('\n', at), content.size());
        if (end - at <= longest_line && arc_line(content.substr(at, end - at), 0)) return at;
        at = end + 1;
    }
    return std::nullopt;
}

class ArcReader final : public ArchiveReader {
public:
    explicit ArcReader(std::unique_ptr<ByteSource> bytes) : window_(std::move(bytes)) {}

    std::optional<Record> next() override {
        while (auto head = next_head()) {
            // What was passed over is told before the record behind it is read.
            if (damage_) {
                waiting_ = std::move(head);
                return std::exchange(damage_, std::nullopt);
            }
            if (auto record = read_record(*head)) return record;
        }
        return std::exchange(damage_, std::nullopt);
    }

private:
    /// The next line that begins a record, which is then behind.
    std::optional<ArcLine> next_head() {
        if (waiting_) return std::exchange(waiting_, std::nullopt);
        while (window_.has(1)) {
            const std::uint64_t begin = window_.offset();
            const std::string line = window_.line(longest_line);
            if (auto head = arc_line(line, begin)) return head;
            if (!line.empty() && !damage_)
                damage_ = refused_at_byte(begin, "Here a record should begin, and does not.");
        }
        return std::nullopt;
    }

    std::optional<Record> read_record(const ArcLine& head) {
        if (head.length > max_capture_bytes) return skip_long(head);
        const auto size = static_cast<std::size_t>(head.length);
        if (!window_.has(size) || !is_followed_well(size))
            if (const auto next = head_in(window_.view().substr(0, size))) {
                window_.take(*next);
                return next_inside(head, *next);
            }
        if (!window_.has(size)) {
            const std::uint64_t left = window_.skip(size);
            return refused_at_byte(
                head.offset,
                fmt::format("The record claims {} bytes; the file ends after {}.", size, left));
        }
        Capture capture;
        capture.url = head.url;
        capture.fetched = iso_8601_of(head.date.substr(0, 8)).value_or(head.date);
        capture.type = head.type;
        capture.content = window_.view().substr(0, size);
        capture.is_http = capture.content.starts_with("HTTP/");
        capture.offset = head.offset;
        std::optional<Record> record;
        if (head.url.starts_with("http")) record = captured_article(capture);
        window_.take(size);
        return record;
    }

    /// Whether the next record, or the end of the file, stands behind some bytes.
    bool is_followed_well(std::size_t size) {
        window_.has(size + longest_line);
        std::string_view behind = window_.view().substr(size);
        behind.remove_prefix(std::min(behind.find_first_not_of("\r\n"), behind.size()));
        return behind.empty() || arc_line(behind.substr(0, behind.find_first_of("\r\n")), 0);
    }

    /// Skips a record, or what is before the next one where it begins sooner.
    Record skip_long(const ArcLine& head) {
        const std::uint64_t begin = window_.offset();
        while (window_.offset() - begin < head.length && window_.has(1)) {
            const std::uint64_t at = window_.offset();
            waiting_ = arc_line(window_.line(longest_line), at);
            if (waiting_) return next_inside(head, at - begin);
        }
        return refused_at_byte(head.offset, fmt::format("The record is larger than {} MiB.",
                                                        max_capture_bytes >> 20U));
    }

    static Record next_inside(const ArcLine& head, std::uint64_t at) {
        return refused_at_byte(head.offset,
                               fmt::format("The record claims {} bytes, and the next one begins "
                                           "after {}.",
                                           head.length, at));
    }

    ByteWindow window_;
    std::optional<ArcLine> waiting_;
    std::optional<Record> damage_;
};

}  // namespace

std::unique_ptr<ArchiveReader> arc_reader(std::unique_ptr<ByteSource> bytes) {
    return std::make_unique<ArcReader>(std::move(bytes));
}

}  // namespace nutgraf::archive
