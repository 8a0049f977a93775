#include "searchd/render/article_rows.h"

#include "base/date.h"
#include "base/json.h"
#include "base/utf8.h"

#include <fmt/format.h>

#include <array>
#include <optional>
#include <string_view>

namespace nutgraf::render {

namespace {

using search::ArticleView;

using search::Hit;

template <class Row>
struct CsvColumn {
    std::string_view name;
    std::string (*value)(const Row& row);
};

using PublicationDate = std::optional<archive::Published>;

std::string first_day(const PublicationDate& published) {
    return published ? iso_date(published->days.first) : "";
}

std::string last_day(const PublicationDate& published) {
    return published ? iso_date(published->days.last) : "";
}

/// A date as nutgraf-indexer reads it: "2019-05-10", "2019-05" or "2019", whatever says as much.
std::string as_imported(const DaySpan& days) {
    constexpr std::size_t year = 4;
    constexpr std::size_t month = 7;
    const std::string first = iso_date(days.first);
    for (const std::size_t size : {first.size(), month, year})
        if (parse_day_span(first.substr(0, size)) == days) return first.substr(0, size);
    return first + ".." + iso_date(days.last);
}

std::string joined_names(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text.append(text.empty() ? "" : "; ").append(name);
    return text;
}

constexpr std::array article_columns = {
    CsvColumn<ArticleView>{"id", [](const ArticleView& view) { return view.article.id; }},
    CsvColumn<ArticleView>{"key", [](const ArticleView& view) { return view.key; }},
    CsvColumn<ArticleView>{"url", [](const ArticleView& view) { return view.article.url; }},
    CsvColumn<ArticleView>{"title", [](const ArticleView& view) { return view.article.title; }},
    CsvColumn<ArticleView>{"source", [](const ArticleView& view) { return view.article.source; }},
    CsvColumn<ArticleView>{
        "byline", [](const ArticleView& view) { return joined_names(view.article.byline); }},
    CsvColumn<ArticleView>{
        "published_from",
        [](const ArticleView& view) { return first_day(view.article.published); }},
    CsvColumn<ArticleView>{
        "published_to", [](const ArticleView& view) { return last_day(view.article.published); }},
    CsvColumn<ArticleView>{"lang", [](const ArticleView& view) { return view.lang; }},
    CsvColumn<ArticleView>{"section", [](const ArticleView& view) { return view.article.section; }},
    CsvColumn<ArticleView>{"text", [](const ArticleView& view) { return view.text.text; }},
};

constexpr std::array hit_columns = {
    CsvColumn<Hit>{"score", [](const Hit& hit) { return fmt::format("{:.3f}", hit.score); }},
    CsvColumn<Hit>{"id", [](const Hit& hit) { return visible(hit.id); }},
    CsvColumn<Hit>{"key", [](const Hit& hit) { return hit.key; }},
    CsvColumn<Hit>{"url", [](const Hit& hit) { return visible(hit.url); }},
    CsvColumn<Hit>{"title", [](const Hit& hit) { return visible(hit.title.text); }},
    CsvColumn<Hit>{"source", [](const Hit& hit) { return visible(hit.source); }},
    CsvColumn<Hit>{"byline", [](const Hit& hit) { return visible(joined_names(hit.byline)); }},
    CsvColumn<Hit>{"published_from", [](const Hit& hit) { return first_day(hit.published); }},
    CsvColumn<Hit>{"published_to", [](const Hit& hit) { return last_day(hit.published); }},
    CsvColumn<Hit>{"lang", [](const Hit& hit) { return hit.lang; }},
};

/// A value as a CSV field, harmless to a spreadsheet.
std::string csv_field(std::string value) {
    constexpr std::string_view formula_starts = "=+-@\t\r";
    if (!value.empty() && formula_starts.find(value.front()) != std::string_view::npos)
        value.insert(0, "'");
    if (value.find_first_of(",\"\r\n") == std::string::npos) return value;
    std::string quoted = "\"";
    for (const char c : value) quoted.append(c == '"' ? 2 : 1, c);
    return quoted + "\"";
}

constexpr std::string_view csv_line_end = "\r\n";

template <class Columns>
std::string header_of(const Columns& columns) {
    std::string row;
    for (const auto& column : columns) row.append(row.empty() ? "" : ",").append(column.name);
    return row.append(csv_line_end);
}

template <class Columns, class Row>
std::string row_of(const Columns& columns, const Row& row) {
    std::string text;
    for (const auto& column : columns) {
        if (&column != columns.data()) text += ',';
        text += csv_field(column.value(row));
    }
    return text.append(csv_line_end);
}

}  // namespace

std::string to_json_line(const ArticleView& view) {
    Json record = {{"version", 1}, {"key", view.key}};
    record.update(archive::to_json(view.article));
    if (view.article.published) record["published"] = as_imported(view.article.published->days);
    if (!view.lang.empty()) record["lang"] = view.lang;
    record.erase("extra");
    for (const auto& [name, value] : view.article.extra.items())
        if (!record.contains(name)) record[name] = value;
    return to_text(record) + "\n";
}

std::string csv_header() {
    return header_of(article_columns);
}

std::string to_csv_row(const ArticleView& view) {
    return row_of(article_columns, view);
}

std::string csv_header_of_hits() {
    return header_of(hit_columns);
}

std::string to_csv_row(const Hit& hit) {
    return row_of(hit_columns, hit);
}

}  // namespace nutgraf::render
