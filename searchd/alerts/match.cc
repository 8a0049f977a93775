#include "searchd/alerts/match.h"

#include "base/date.h"
#include "base/digest.h"
#include "base/error.h"
#include "base/utf8.h"
#include "indexer/index/terms.h"
#include "searchd/render/json.h"

#include <fmt/format.h>

#include <algorithm>

namespace nutgraf::alerts {

using search::Hit;
using search::MarkedText;

namespace {

/// The byte at which a code point of a text begins; its end for those beyond.
class ByteOffsets {
public:
    explicit ByteOffsets(std::string_view text) : text_(text) {}

    /// To be asked in rising order.
    std::size_t of(std::size_t point) {
        while (point_ < point && byte_ < text_.size()) {
            byte_ += code_point_at(text_, byte_).size;
            ++point_;
        }
        return byte_;
    }

private:
    std::string_view text_;
    std::size_t point_ = 0;
    std::size_t byte_ = 0;
};

MarkedText marked_of(const Json& record) {
    MarkedText marked{record.at("text").get<std::string>(), {}};
    ByteOffsets offsets(marked.text);
    for (const Json& mark : record.at("marks")) {
        const std::size_t begin = offsets.of(mark.at(0).get<std::size_t>());
        marked.marks.push_back({begin, offsets.of(mark.at(1).get<std::size_t>())});
    }
    return marked;
}

std::optional<archive::Published> published_of(const Json& record) {
    if (!record.contains("published")) return std::nullopt;
    const Json& published = record.at("published");
    const auto from = parse_day_span(published.at("from").get<std::string>());
    const auto to = parse_day_span(published.at("to").get<std::string>());
    if (!from || !to) return std::nullopt;
    return archive::Published{{from->first, std::max(from->first, to->last)},
                              published.at("basis").get<std::string>()};
}

Hit hit_from(const Json& record) {
    Hit hit;
    hit.id = record.at("id").get<std::string>();
    hit.key = record.at("key").get<std::string>();
    hit.url = record.value("url", "");
    hit.title = marked_of(record.at("title"));
    hit.source = record.value("source", "");
    hit.byline = record.at("byline").get<std::vector<std::string>>();
    hit.published = published_of(record);
    hit.lang = record.value("lang", "");
    for (const Json& snippet : record.at("snippets"))
        hit.snippets.push_back(
            {snippet.at("paragraph").get<std::size_t>(), marked_of(snippet), false, false});
    return hit;
}

[[noreturn]] void throw_damaged(const Match& match) {
    throw Error(fmt::format("The match {} is damaged; restore the file of alerts from a backup.",
                            match.id));
}

Json record_of(const Match& match) {
    auto record = parse_json(match.record);
    if (!record || !record->is_object()) throw_damaged(match);
    return std::move(*record);
}

}  // namespace

std::string_view name_of(Delivery delivery) {
    switch (delivery) {
        case Delivery::pending:
            return "pending";
        case Delivery::delivered:
            return "delivered";
        case Delivery::none:
            break;
    }
    return "none";
}

std::string match_id(const Alert& alert, const std::string& index_uuid, const std::string& article,
                     std::uint64_t sequence) {
    constexpr std::size_t digits = 32;
    const std::string all =
        fmt::format("{}\n{}\n{}\n{}", alert.uuid, index_uuid, sequence, article);
    return hexadecimal(bytes_of(sha256(all))).substr(0, digits);
}

std::string to_record(const Hit& hit) {
    Json record = render::to_json(hit);
    record.erase("score");  // An alert finds an article or does not.
    return to_text(record);
}

std::string note_record(const index::HeldArticle& held) {
    Hit hit;
    hit.id = held.id;
    hit.key = archive::key_of(held.id);
    hit.title.text = index::sentence_of(held);
    hit.story.id = index::story_id(hit.key);
    Json record = render::to_json(hit);
    record.erase("score");
    record["notice"] = {{"kind", archive::name_of(held.kind)}, {"sentence", hit.title.text}};
    return to_text(record);
}

Hit hit_of(const Match& match) {
    try {
        return hit_from(record_of(match));
    } catch (const Json::exception&) {
        throw_damaged(match);
    }
}

Json to_json(const Match& match) {
    Json record = {{"version", 1},
                   {"match", match.id},
                   {"alert", match.alert_name},
                   {"found", iso_instant(match.found)},
                   {"sequence", match.sequence}};
    if (match.record.empty()) {
        record["id"] = match.article;
        record["key"] = archive::key_of(match.article);
        record["withdrawn"] = true;
    } else {
        record.update(record_of(match));
    }
    return record;
}

}  // namespace nutgraf::alerts
