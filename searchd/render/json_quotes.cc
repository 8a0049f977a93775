#include "searchd/render/json_quotes.h"

#include "base/utf8.h"

#include <string_view>

namespace nutgraf::render {

namespace {

/// Counts code points up to bytes that never come before those asked for last.
class CodePoints {
public:
    explicit CodePoints(std::string_view text) : text_(text) {}

    std::size_t before(std::size_t byte) {
        points_ += code_point_count(text_.substr(bytes_, byte - bytes_));
        bytes_ = byte;
        return points_;
    }

private:
    std::string_view text_;
    std::size_t bytes_ = 0;
    std::size_t points_ = 0;
};

}  // namespace

Json quotes_to_json(const search::ArticleView& view) {
    Json list = Json::array();
    CodePoints title(view.title.text);
    CodePoints body(view.text.text);
    for (const index::StoredQuote& quote : view.quotes) {
        const std::string_view whole = quote.is_in_title ? view.title.text : view.text.text;
        const std::string_view words = whole.substr(quote.begin, quote.end - quote.begin);
        const std::size_t start = (quote.is_in_title ? title : body).before(quote.begin);
        Json record = {{"in", quote.is_in_title ? "title" : "text"},
                       {"start", start},
                       {"end", start + code_point_count(words)},
                       {"text", words},
                       {"kind", quote.kind}};
        if (quote.speaker != index::StoredQuote::nobody) {
            const index::StoredEntity& speaker = view.entities[quote.speaker];
            record["speaker"] = {
                {"kind", speaker.kind}, {"id", speaker.id}, {"name", speaker.name}};
        }
        if (!quote.speaker_text.empty()) record["speaker_text"] = quote.speaker_text;
        if (!quote.cue.empty()) record["cue"] = quote.cue;
        list.push_back(std::move(record));
    }
    return list;
}

}  // namespace nutgraf::render
