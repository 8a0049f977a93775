#include "indexer/archive/wire/sgml_reader.h"

#include "indexer/archive/article_record.h"
#include "indexer/archive/ascii.h"
#include "indexer/archive/html/html_text.h"
#include "indexer/archive/line_reader.h"
#include "indexer/archive/utf8_source.h"

#include <fmt/format.h>

#include <utility>

namespace nutgraf::archive {

namespace {

constexpr std::string_view story_opening = "<REUTERS";
constexpr std::string_view story_closing = "</REUTERS>";

/// The text of an element, its references to characters undone; empty when there is none.
std::string sgml_text(std::string_view story, const std::string& name) {
    // The only markup inside these elements are the references, some of them to controls.
    std::string text = html_text(between(story, "<" + name + ">", "</" + name + ">"));
    std::erase_if(text, [](char c) { return c >= 0 && c < ' ' && c != '\n' && c != '\t'; });
    return std::string(trimmed(text));
}

std::string sgml_attribute(std::string_view story, std::string_view name) {
    return std::string(between(story.substr(0, story.find('>')), std::string(name) + "=\"", "\""));
}

/// The names in "<D>grain</D><D>wheat</D>".
Json sgml_topics(std::string_view list) {
    Json topics = Json::array();
    while (true) {
        const std::string_view topic = between(list, "<D>", "</D>");
        if (topic.empty()) return topics;
        topics.push_back(topic);
        list.remove_prefix(static_cast<std::size_t>(topic.data() - list.data()) + topic.size());
    }
}

/// The text of a story that has no elements inside its TEXT.
std::string plain_story(std::string_view story) {
    const auto begin = story.find("<TEXT");
    if (begin == std::string_view::npos || story.find("<BODY>") != std::string_view::npos)
        return {};
    const std::string_view text = between(story.substr(begin), ">", "</TEXT>");
    const auto last_tag = text.rfind("</");
    if (last_tag == std::string_view::npos) return html_text(text);
    return html_text(text.substr(std::min(text.size(), text.find('>', last_tag) + 1)));
}

Json sgml_fields(std::string_view story) {
    Json fields = Json::object();
    const std::string number = sgml_attribute(story, "NEWID");
    if (!number.empty()) fields["id"] = "reuters-" + number;
    set_once(fields, "title", sgml_text(story, "TITLE"));
    set_once(fields, "body", sgml_text(story, "BODY"));
    set_once(fields, "body", plain_story(story));
    set_published(fields, sgml_text(story, "DATE"));
    const std::string dateline = sgml_text(story, "DATELINE");
    set_once(fields, "place", std::string(trimmed(dateline.substr(0, dateline.find(',')))));
    set_extra(fields, "dateline", dateline);
    set_once(fields, "byline", sgml_text(story, "AUTHOR"));
    const Json topics = sgml_topics(between(story, "<TOPICS>", "</TOPICS>"));
    if (!topics.empty()) fields["section"] = topics.front();
    set_extra(fields, "topics", topics);
    set_extra(fields, "places", sgml_topics(between(story, "<PLACES>", "</PLACES>")));
    return fields;
}

class SgmlReader final : public ArchiveReader {
public:
    explicit SgmlReader(std::unique_ptr<ByteSource> bytes)
        : lines_(utf8_source(std::move(bytes)), max_article_bytes) {}

    std::optional<Record> next() override {
        std::string story;
        std::uint64_t begin = 0;
        while (auto line = lines_.next()) {
            if (story.empty()) {
                const auto opening = line->bytes.find(story_opening);
                if (opening == std::string::npos) continue;
                begin = line->number;
                line->bytes.erase(0, opening);
            }
            if (story.size() <= 2 * max_article_bytes) story += line->bytes + "\n";
            if (line->bytes.find(story_closing) == std::string::npos) continue;
            if (story.size() > 2 * max_article_bytes)
                return refused_record(begin, too_large_message());
            return article_record(begin, sgml_fields(story));
        }
        if (story.empty()) return std::nullopt;
        return refused_record(begin, "The file ends inside this REUTERS element.");
    }

private:
    LineReader lines_;
};

}  // namespace

std::unique_ptr<ArchiveReader> sgml_reader(std::unique_ptr<ByteSource> bytes) {
    return std::make_unique<SgmlReader>(std::move(bytes));
}

}  // namespace nutgraf::archive
