#include "indexer/archive/article_record.h"

#include "indexer/archive/article_date.h"
#include "indexer/archive/ascii.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace nutgraf::archive {

namespace {

std::string default_id(const Article& article) {
    if (!article.url.empty()) return article.url;
    const std::string said = to_text(Json::array({article.source, article.title, article.body}));
    return hexadecimal(bytes_of(sha256(said)));
}

bool is_import_field(std::string_view name) {
    constexpr std::array<std::string_view, 17> names = {
        "id",   "url",  "title", "standfirst", "body", "published", "updated", "source", "byline",
        "lang", "wire", "place", "section",    "text", "headline",  "content", "date"};
    return std::ranges::find(names, name) != names.end();
}

}  // namespace

Record refused_record(std::uint64_t line, std::string message) {
    return {line, RecordError{std::move(message)}, {}};
}

Record article_record(std::uint64_t line, const Json& fields, std::vector<std::string> warnings) {
    auto read = article_from_json(fields);
    if (!read) return refused_record(line, read.error().message);
    Article& article = read->article;
    if (article.title.size() + article.standfirst.size() + article.body.size() > max_article_bytes)
        return refused_record(line, too_large_message());
    if (article.id.empty()) article.id = default_id(article);
    warnings.insert(warnings.end(), read->warnings.begin(), read->warnings.end());
    return {line, std::move(article), std::move(warnings)};
}

void set_once(Json& fields, const std::string& name, std::string text) {
    if (!text.empty() && !fields.contains(name)) fields[name] = std::move(text);
}

void set_extra(Json& fields, std::string name, Json value) {
    // To JSON no text is empty.
    const bool is_empty_text = value.is_string() && value.get_ref<const std::string&>().empty();
    if (value.empty() || is_empty_text) return;
    if (is_import_field(name)) name += " (other)";
    if (!fields.contains(name)) fields[name] = std::move(value);
}

void set_published(Json& fields, const std::string& text) {
    const std::string_view given = trimmed(text);
    if (!given.empty())
        set_once(fields, "published", iso_8601_of(given).value_or(std::string(given)));
}

}  // namespace nutgraf::archive
