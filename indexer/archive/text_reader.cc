#include "indexer/archive/text_reader.h"

#include "analyzers/text/normalise.h"
#include "indexer/archive/whole_text.h"

#include <fmt/format.h>

namespace nutgraf::archive {

namespace {

std::string without_outer_blank_lines(std::string text) {
    const auto first = text.find_first_not_of(" \t\n");
    if (first == std::string::npos) return {};
    const auto line_start = text.rfind('\n', first);
    text.erase(text.find_last_not_of(" \t\n") + 1);
    return line_start == std::string::npos ? text : text.substr(line_start + 1);
}

class TextReader final : public ArchiveReader {
public:
    TextReader(std::unique_ptr<ByteSource> bytes, std::string id)
        : bytes_(std::move(bytes)), id_(std::move(id)) {}

    std::optional<Record> next() override {
        if (!bytes_) return std::nullopt;
        const auto content = whole_text(*bytes_, max_article_bytes);
        bytes_.reset();
        if (!content) return refused(too_large_message());
        if (content->find('\0') != std::string::npos)
            return refused("The file holds NUL bytes; it is not a plain text.");
        const auto normalised = analyzers::normalised_text(*content);
        Record record{0, Article{}, {}};
        auto& article = std::get<Article>(record.outcome);
        article.id = id_;
        article.body = without_outer_blank_lines(normalised.text);
        if (article.body.empty()) return refused("The file is empty.");
        if (normalised.replaced_bytes > 0)
            record.warnings.push_back(
                fmt::format("{} byte{} not UTF-8 and became U+FFFD.", normalised.replaced_bytes,
                            normalised.replaced_bytes == 1 ? " is" : "s are"));
        return record;
    }

private:
    static Record refused(std::string message) { return {0, RecordError{std::move(message)}, {}}; }

    std::unique_ptr<ByteSource> bytes_;
    std::string id_;
};

}  // namespace

std::unique_ptr<ArchiveReader> text_reader(std::unique_ptr<ByteSource> bytes, std::string id) {
    return std::make_unique<TextReader>(std::move(bytes), std::move(id));
}

}  // namespace nutgraf::archive
