#include "indexer/archive/json_lines_reader.h"

#include "base/small_json.h"
#include "base/utf8.h"
#include "indexer/archive/article_record.h"
#include "indexer/archive/json_limits.h"
#include "indexer/archive/line_reader.h"
#include "indexer/archive/wire/json_news.h"

#include <fmt/format.h>

#include <utility>

namespace nutgraf::archive {

namespace {

// Escapes and other members may make a line longer than the text it carries.
constexpr std::size_t max_line_bytes = 16 * max_article_bytes;

bool is_blank(std::string_view line) {
    return line.find_first_not_of(" \t") == std::string_view::npos;
}

class JsonLinesReader final : public ArchiveReader {
public:
    explicit JsonLinesReader(std::unique_ptr<ByteSource> bytes)
        : lines_(std::move(bytes), max_line_bytes) {}

    std::optional<Record> next() override {
        while (auto line = lines_.next()) {
            constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
            if (line->number == 1 && line->bytes.starts_with(byte_order_mark))
                line->bytes.erase(0, byte_order_mark.size());
            if (!is_blank(line->bytes)) return record(*line);
        }
        return std::nullopt;
    }

private:
    static Record record(const Line& line) {
        if (line.is_too_long)
            return refused_record(
                line.number, fmt::format("The line is longer than {} MiB.", max_line_bytes >> 20U));
        const bool is_mended = !is_valid_utf8(line.bytes);
        const auto json =
            parse_small_json(is_mended ? repaired_utf8(line.bytes) : line.bytes, max_record_values);
        if (!json) return refused_record(line.number, json.error().message);
        std::vector<std::string> warnings;
        if (is_mended) warnings.emplace_back("Bytes that are not UTF-8 were replaced by U+FFFD.");
        return article_record(line.number, news_fields(*json), std::move(warnings));
    }

    LineReader lines_;
};

}  // namespace

std::unique_ptr<ArchiveReader> json_lines_reader(std::unique_ptr<ByteSource> bytes) {
    return std::make_unique<JsonLinesReader>(std::move(bytes));
}

}  // namespace nutgraf::archive
