#include "indexer/archive/text_reader.h"

#include "analyzers/text/normalise.h"
#include "analyzers/text/tokenizer.h"
#include "indexer/archive/ascii.h"
#include "indexer/archive/whole_text.h"

#include <fmt/format.h>

#include <array>

namespace nutgraf::archive {

namespace {

constexpr std::size_t max_headline_bytes = 250;
constexpr std::size_t min_headline_words = 4;

/// Whether a line ends like a sentence, its closing quotes aside.
bool ends_a_sentence(std::string_view line) {
    constexpr std::array<std::string_view, 4> closing = {"\"", "'", "”", "’"};
    for (bool is_stripped = true; is_stripped;) {
        is_stripped = false;
        for (const std::string_view mark : closing) {
            if (!line.ends_with(mark)) continue;
            line.remove_suffix(mark.size());
            is_stripped = true;
        }
    }
    return line.ends_with('.') || line.ends_with("。");
}

bool is_paragraph(std::string_view line) {
    return line.size() > max_headline_bytes || ends_a_sentence(line);
}

/// Moves the headline, if there is one, from the text to the title.
void split_headline(std::string_view text, Article& article) {
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = trimmed(text.substr(begin, end - begin));
        if (is_paragraph(line)) break;
        if (analyzers::tokenise(line).size() >= min_headline_words) {
            article.title = line;
            article.body = std::string(text.substr(0, begin));
            article.body += text.substr(std::min(end + 1, text.size()));
            return;
        }
        begin = end + 1;
    }
    article.body = text;
}

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
        split_headline(normalised.text, article);
        article.body = without_outer_blank_lines(std::move(article.body));
        if (article.title.empty() && article.body.empty()) return refused("The file is empty.");
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
