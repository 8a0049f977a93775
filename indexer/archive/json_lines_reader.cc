#include "indexer/archive/json_lines_reader.h"

#include "base/utf8.h"
#include "indexer/archive/line_reader.h"

#include <fmt/format.h>

namespace nutgraf::archive {

namespace {

// Escapes and other members may make a line longer than the text it carries.
constexpr std::size_t max_line_bytes = 16 * max_article_bytes;

bool is_blank(std::string_view line) {
    return line.find_first_not_of(" \t") == std::string_view::npos;
}

std::string default_id(const Article& article) {
    if (!article.url.empty()) return article.url;
    const std::string said = to_text(Json::array({article.source, article.title, article.body}));
    return hexadecimal(bytes_of(sha256(said)));
}

Record refused(std::uint64_t line, std::string message) {
    return {line, RecordError{std::move(message)}, {}};
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
            return refused(line.number,
                           fmt::format("The line is longer than {} MiB.", max_line_bytes >> 20U));
        const bool is_mended = !is_valid_utf8(line.bytes);
        const auto json = parse_json(is_mended ? repaired_utf8(line.bytes) : line.bytes);
        if (!json) return refused(line.number, json.error().message);
        auto read = article_from_json(*json);
        if (!read) return refused(line.number, read.error().message);
        if (is_mended)
            read->warnings.emplace_back("Bytes that are not UTF-8 were replaced by U+FFFD.");
        Article& article = read->article;
        if (article.title.size() + article.standfirst.size() + article.body.size() >
            max_article_bytes)
            return refused(line.number, too_large_message());
        if (article.id.empty()) article.id = default_id(article);
        return {line.number, std::move(article), std::move(read->warnings)};
    }

    LineReader lines_;
};

}  // namespace

std::unique_ptr<ArchiveReader> json_lines_reader(std::unique_ptr<ByteSource> bytes) {
    return std::make_unique<JsonLinesReader>(std::move(bytes));
}

}  // namespace nutgraf::archive
