#include "indexer/archive/article.h"

#include "analyzers/text/language.h"
#include "analyzers/text/normalise.h"
#include "base/error.h"
#include "indexer/archive/ascii.h"
#include "indexer/archive/learned_pieces.h"
#include "indexer/archive/notice.h"
#include "indexer/archive/piece_record.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace nutgraf::archive {

namespace {

struct TextField {
    std::string_view name;
    std::string Article::*member;
};

/// The import fields that are one text each, in the order in which they are written.
constexpr std::array text_fields = {
    TextField{"id", &Article::id},         TextField{"url", &Article::url},
    TextField{"title", &Article::title},   TextField{"standfirst", &Article::standfirst},
    TextField{"body", &Article::body},     TextField{"updated", &Article::updated},
    TextField{"source", &Article::source}, TextField{"section", &Article::section},
    TextField{"lang", &Article::lang},     TextField{"wire", &Article::wire},
    TextField{"place", &Article::place},
};

/// The import field a member's name stands for.
std::string_view field_name(std::string_view name) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> aliases = {
        {{"text", "body"}, {"content", "body"}, {"headline", "title"}, {"date", "published"}}};
    const auto* alias = std::ranges::find(aliases, name, [](const auto& a) { return a.first; });
    return alias == aliases.end() ? name : alias->second;
}

// The journal wraps an article in records of its own, and must read them by parse_json again.
constexpr int max_extra_levels = 24;

bool is_deeper(const Json& value, int levels) {
    if (!value.is_structured()) return false;
    if (levels == 0) return true;
    return std::ranges::any_of(value,
                               [&](const Json& item) { return is_deeper(item, levels - 1); });
}

/// Reads the members of one record into an article.
class RecordReader {
public:
    Expected<ReadArticle, RecordError> article(const Json& record) {
        if (!record.is_object()) return refuse("The record is not a JSON object.");
        for (const auto& [name, value] : record.items()) {
            if (value.is_null()) continue;
            if (const auto error = take(name, value)) return refuse(*error);
        }
        Article& article = read_.article;
        article.title = on_one_line(article.title);
        take_pieces();
        // What withdraws an article mostly says nothing else.
        if (article.title.empty() && text_of(article).empty() && !withdraws_article(article))
            return refuse("The record has neither a title nor a body.");
        return std::move(read_);
    }

private:
    static Unexpected<RecordError> refuse(std::string message) {
        return Unexpected{RecordError{std::move(message)}};
    }

    /// The reason when the member cannot be taken.
    std::optional<std::string> take(const std::string& name, const Json& value) {
        const std::string_view field = field_name(name);
        if (field == "published") return take_published(name, value);
        if (field == "byline") return take_byline(value);
        const auto* row = std::ranges::find(text_fields, field, &TextField::name);
        if (row == text_fields.end()) {
            if (is_deeper(value, max_extra_levels))
                return fmt::format("\"{}\" is nested deeper than {} levels.", name,
                                   max_extra_levels);
            read_.article.extra[name] = value;
            return std::nullopt;
        }
        std::string& text = read_.article.*(row->member);
        if (!text.empty()) return fmt::format("\"{}\" and an alias of it are both given.", field);
        const auto given = text_value(value);
        if (!given) return fmt::format("\"{}\" must be a text.", name);
        text = field == "lang" ? declared_language(*given) : *given;
        return std::nullopt;
    }

    std::optional<std::string> text_value(const Json& value) const {
        if (value.is_number()) return to_text(value);
        if (!value.is_string()) return std::nullopt;
        return analyzers::normalised_text(value.get_ref<const std::string&>()).text;
    }

    std::string declared_language(const std::string& tag) {
        if (const auto code = analyzers::language_code(tag)) return *code;
        warn(fmt::format("\"{}\" is not the code of a language; it is detected instead.", tag));
        read_.article.extra["lang"] = tag;
        return {};
    }

    std::optional<std::string> take_published(const std::string& name, const Json& value) {
        const auto text = text_value(value);
        if (!text) return fmt::format("\"{}\" must be a text.", name);
        if (const auto days = parse_day_span(*text)) {
            read_.article.published = Published{*days};
            // The time of day and the zone would be lost.
            if (text->size() > std::string_view("2019-05-10").size())
                read_.article.extra["published_at"] = *text;
        } else {
            warn(fmt::format("\"{}\" is not an ISO 8601 date; the article counts as undated.",
                             *text));
            read_.article.extra["published"] = *text;
        }
        return std::nullopt;
    }

    std::optional<std::string> take_byline(const Json& value) {
        const Json names = value.is_array() ? value : Json::array({value});
        for (const Json& name : names) {
            const auto text = text_value(name);
            if (!text) return "\"byline\" must be a text or a list of texts.";
            std::string line = on_one_line(*text);
            if (!line.empty()) read_.article.byline.push_back(std::move(line));
        }
        return std::nullopt;
    }

    void take_pieces() {
        Article& article = read_.article;
        auto pieces = pieces_in(article.extra);
        if (!pieces || !fit(article.body, *pieces)) return;
        article.removed = std::move(*pieces);
        article.extra.erase(furniture_member);
        article.extra.erase(head_member);
        // What an index has learned is for each index to learn.
        article = with_learned_lines(std::move(article));
    }

    void warn(std::string sentence) { read_.warnings.push_back(std::move(sentence)); }

    ReadArticle read_;
};

Json published_to_json(const Published& published) {
    return {{"from", iso_date(published.days.first)},
            {"to", iso_date(published.days.last)},
            {"basis", published.basis}};
}

}  // namespace

std::string text_of(const Article& article) {
    if (article.standfirst.empty()) return article.body;
    return article.standfirst + "\n\n" + article.body;
}

std::string raw_text_of(const Article& article) {
    std::string body = put_together(article.body, article.removed);
    if (article.standfirst.empty() || has_piece(article.removed, PieceKind::standfirst))
        return body;
    return article.standfirst + "\n\n" + body;
}

std::string furniture_of(const Article& article) {
    std::string lines;
    for (const Piece& piece : article.removed)
        if (is_furniture(piece.kind)) lines.append(trimmed(piece.text)).append("\n");
    return lines;
}

Json to_json(const Article& article) {
    Json record = Json::object();
    for (const TextField& field : text_fields) {
        const std::string& text = article.*(field.member);
        if (!text.empty()) record[std::string(field.name)] = text;
    }
    if (!article.byline.empty()) record["byline"] = article.byline;
    if (article.published) record["published"] = published_to_json(*article.published);
    if (!article.extra.empty()) record["extra"] = article.extra;
    put_pieces(record, article.removed);
    return record;
}

Article article_from_stored(const Json& record) try {
    Article article;
    for (const TextField& field : text_fields)
        article.*(field.member) = record.value(std::string(field.name), std::string());
    article.byline = record.value("byline", std::vector<std::string>());
    article.extra = record.value("extra", Json::object());
    if (const auto published = record.find("published"); published != record.end()) {
        const auto from = parse_day_span(published->at("from").get_ref<const std::string&>());
        const auto to = parse_day_span(published->at("to").get_ref<const std::string&>());
        if (!from || !to) throw Error("A stored article has a date that cannot be read.");
        article.published = Published{{from->first, to->last}, published->at("basis")};
    }
    auto pieces = pieces_in(record);
    if (!pieces || !fit(article.body, *pieces))
        throw Error("A stored article has pieces that do not fit its text.");
    article.removed = std::move(*pieces);
    return article;
} catch (const Json::exception& error) {
    throw Error(fmt::format("A stored article cannot be read: {}.", error.what()));
}

Expected<ReadArticle, RecordError> article_from_json(const Json& record) {
    return RecordReader().article(record);
}

std::size_t size_of(const Article& article) {
    std::size_t bytes = article.extra.empty() ? 0 : to_text(article.extra).size();
    for (const TextField& field : text_fields) bytes += (article.*(field.member)).size();
    for (const std::string& name : article.byline) bytes += name.size();
    for (const Piece& piece : article.removed) bytes += piece.text.size();
    return bytes;
}

Digest digest_of(const Article& article) {
    return sha256(to_text(to_json(article)));
}

std::string key_of(std::string_view id) {
    constexpr std::size_t key_bytes = 8;
    return hexadecimal(bytes_of(sha256(id)).substr(0, key_bytes));
}

}  // namespace nutgraf::archive
