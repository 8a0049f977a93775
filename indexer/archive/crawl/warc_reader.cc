#include "indexer/archive/crawl/warc_reader.h"

#include "indexer/archive/ascii.h"
#include "indexer/archive/byte_window.h"
#include "indexer/archive/crawl/capture.h"
#include "indexer/archive/header_fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

namespace nutgraf::archive {

namespace {

constexpr std::string_view warc_version = "WARC/1.";
constexpr std::string_view end_of_record = "\r\n\r\n";
constexpr std::size_t max_header_bytes = std::size_t{64} * 1024;

std::optional<std::uint64_t> length_of(std::string_view digits) {
    digits = trimmed(digits);
    std::uint64_t length = 0;
    const char* end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, length);
    if (digits.empty() || error != std::errc{} || stop != end) return std::nullopt;
    return length;
}

class WarcReader final : public ArchiveReader {
public:
    explicit WarcReader(std::unique_ptr<ByteSource> bytes) : window_(std::move(bytes)) {}

    std::optional<Record> next() override {
        while (find_header()) {
            if (auto damage = std::exchange(damage_, std::nullopt)) return damage;
            if (auto record = read_record()) return record;
        }
        return std::exchange(damage_, std::nullopt);
    }

private:
    /// Goes to the next header; what is passed over on the way is damage, unless it is empty lines.
    bool find_header() {
        while (window_.begins("\r") || window_.begins("\n")) window_.take(1);
        const std::uint64_t begin = window_.offset();
        while (window_.has(1) && !window_.begins(warc_version)) {
            const auto line_end = window_.view().find('\n');
            window_.take(line_end == std::string_view::npos ? window_.view().size() : line_end + 1);
        }
        if (window_.offset() > begin)
            damage_ = refused_at_byte(
                begin, fmt::format("{} bytes belong to no record.", window_.offset() - begin));
        return window_.has(1);
    }

    /// The fields of the header at the place, which is then behind it.
    std::optional<HeaderFields> read_header() {
        std::string lines;
        window_.line(max_header_bytes);
        while (window_.has(1)) {
            const std::string line = window_.line(max_header_bytes);
            if (line.empty()) return header_fields(lines);
            lines += line + "\n";
            if (lines.size() > max_header_bytes) return std::nullopt;
        }
        return std::nullopt;
    }

    /// The record's article, or why it has none that can be read; nothing for other records.
    std::optional<Record> read_record() {
        const std::uint64_t begin = window_.offset();
        const auto fields = read_header();
        if (!fields) return refused_at_byte(begin, "The header of the record has no end.");
        const auto length = length_of(field_value(*fields, "content-length"));
        if (!length) return refused_at_byte(begin, "The record does not say how long it is.");
        if (*length > max_capture_bytes) return skip_long(begin, *length);
        const auto size = static_cast<std::size_t>(*length);
        const bool is_whole = window_.has(size);
        if (!is_whole || !is_followed_well(size)) return lying_length(begin, *length, is_whole);
        auto record = article_of(*fields, window_.view().substr(0, size), begin);
        window_.take(size);
        return record;
    }

    /// Whether what stands behind some bytes is the end of a record, or of the file.
    bool is_followed_well(std::size_t size) {
        constexpr std::size_t room_for_lines = 64;
        window_.has(size + room_for_lines);
        std::string_view behind = window_.view().substr(size);
        if (behind.starts_with(end_of_record)) return true;
        behind.remove_prefix(std::min(behind.find_first_not_of("\r\n"), behind.size()));
        return behind.empty() || behind.starts_with(warc_version);
    }

    /// The next record may begin inside what this one claims.
    std::optional<Record> lying_length(std::uint64_t begin, std::uint64_t length, bool is_whole) {
        const std::string line_and_version = "\n" + std::string(warc_version);
        const auto inside =
            window_.view().substr(0, length + line_and_version.size()).find(line_and_version);
        if (inside != std::string_view::npos) {
            window_.take(inside + 1);
            return next_inside(begin, length, inside + 1);
        }
        window_.skip(length);
        if (!is_whole)
            return refused_at_byte(
                begin,
                fmt::format("The file ends inside the record, which claims {} bytes.", length));
        return refused_at_byte(
            begin, fmt::format("The record claims {} bytes, and goes on behind them.", length));
    }

    std::optional<Record> skip_long(std::uint64_t begin, std::uint64_t length) {
        const std::uint64_t skipped = skip_to_record(length);
        if (skipped < length && window_.has(1)) return next_inside(begin, length, skipped);
        return refused_at_byte(
            begin, fmt::format("The record is larger than {} MiB.", max_capture_bytes >> 20U));
    }

    /// Skips so many bytes, or those before the next record where it begins sooner. More of them
    /// than are held at once: whether the record lies cannot be seen from its end.
    std::uint64_t skip_to_record(std::uint64_t length) {
        constexpr std::size_t looked_at = std::size_t{64} * 1024;
        const std::string end_and_version = std::string(end_of_record) + std::string(warc_version);
        std::uint64_t skipped = 0;
        while (skipped < length && window_.has(1)) {
            const bool goes_on = window_.has(looked_at);
            const std::string_view view = window_.view();
            const auto inside = view.find(end_and_version);
            if (inside != std::string_view::npos && skipped + inside < length) {
                window_.take(inside + end_of_record.size());
                return skipped + inside + end_of_record.size();
            }
            // What is looked for may begin with the last of them.
            const std::size_t done = view.size() - (goes_on ? end_and_version.size() : 0);
            skipped += window_.skip(std::min<std::uint64_t>(done, length - skipped));
        }
        return skipped;
    }

    static Record next_inside(std::uint64_t begin, std::uint64_t length, std::uint64_t at) {
        return refused_at_byte(
            begin, fmt::format("The record claims {} bytes, and the next one begins after {}.",
                               length, at));
    }

    static std::optional<Record> article_of(const HeaderFields& fields, std::string_view content,
                                            std::uint64_t offset) {
        const std::string kind = lower_ascii(field_value(fields, "warc-type"));
        if (kind != "response" && kind != "resource") return std::nullopt;
        std::string_view url = field_value(fields, "warc-target-uri");
        // Old crawlers write the address in angle brackets.
        if (url.starts_with('<') && url.ends_with('>')) url = url.substr(1, url.size() - 2);
        if (!url.starts_with("http")) return std::nullopt;  // What was asked of a name server.
        Capture capture;
        capture.url = url;
        capture.fetched = field_value(fields, "warc-date");
        capture.type = field_value(fields, "content-type");
        capture.is_http = lower_ascii(capture.type).starts_with("application/http");
        capture.content = content;
        capture.offset = offset;
        return captured_article(capture);
    }

    ByteWindow window_;
    std::optional<Record> damage_;
};

}  // namespace

std::unique_ptr<ArchiveReader> warc_reader(std::unique_ptr<ByteSource> bytes) {
    return std::make_unique<WarcReader>(std::move(bytes));
}

}  // namespace nutgraf::archive
