#include "indexer/archive/csv_reader.h"

#include "indexer/archive/article_record.h"
#include "indexer/archive/ascii.h"
#include "indexer/archive/peeked_source.h"
#include "indexer/archive/table_reader.h"
#include "indexer/archive/utf8_source.h"

#include <algorithm>
#include <array>
#include <utility>

namespace nutgraf::archive {

namespace {

std::string_view first_line(std::string_view text) {
    return text.substr(0, text.find_first_of("\r\n"));
}

TableFormat table_format(std::string_view header) {
    constexpr std::array<std::pair<char, TableFormat>, 3> formats_by_separator = {
        {{',', TableFormat::csv}, {';', TableFormat::semicolons}, {'\t', TableFormat::tabs}}};
    const auto* most = std::ranges::max_element(formats_by_separator, {}, [&](const auto& row) {
        return std::ranges::count(header, row.first);
    });
    return most->second;
}

/// The field that a column's name stands for.
std::string column_field(std::string_view column) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 8> names = {
        {{"author", "byline"},
         {"authors", "byline"},
         {"link", "url"},
         {"summary", "standfirst"},
         {"description", "standfirst"},
         {"publication", "source"},
         {"language", "lang"},
         {"category", "section"}}};
    const std::string lower = lower_ascii(trimmed(column));
    const auto* row = std::ranges::find(names, lower, [](const auto& each) { return each.first; });
    return row == names.end() ? lower : std::string(row->second);
}

Json split_names(std::string_view names) {
    Json list = Json::array();
    while (!names.empty()) {
        const auto end = std::min(names.find(';'), names.size());
        const std::string_view name = trimmed(names.substr(0, end));
        if (!name.empty()) list.push_back(name);
        names.remove_prefix(std::min(end + 1, names.size()));
    }
    return list;
}

/// One line, as bytes to read.
class HeaderSource final : public ByteSource {
public:
    explicit HeaderSource(std::string_view line) : rest_(line) {}

    std::size_t read(std::span<char> buffer) override {
        const std::size_t count = rest_.copy(buffer.data(), buffer.size());
        rest_.erase(0, count);
        return count;
    }

private:
    std::string rest_;
};

class CsvReader final : public ArchiveReader {
public:
    CsvReader(std::unique_ptr<ByteSource> utf8, TableFormat format)
        : table_(std::move(utf8), format) {
        for (const std::string& column : table_.columns()) fields_.push_back(column_field(column));
    }

    std::optional<Record> next() override {
        const auto row = table_.next();
        if (!row) return std::nullopt;
        if (!row->complaint.empty()) return refused_record(row->line, row->complaint);
        Json fields = Json::object();
        for (std::size_t i = 0; i < fields_.size(); ++i) add(fields_[i], row->values[i], fields);
        return article_record(row->line, fields);
    }

private:
    static void add(const std::string& field, const std::string& value, Json& fields) {
        if (trimmed(value).empty() || field.empty()) return;
        if (field == "byline") {
            if (!fields.contains(field)) fields[field] = split_names(value);
        } else if (field == "published" || field == "date") {
            set_published(fields, value);
        } else {
            set_once(fields, field, value);
        }
    }

    TableReader table_;
    std::vector<std::string> fields_;  // By column.
};

}  // namespace

std::unique_ptr<ArchiveReader> csv_reader(std::unique_ptr<ByteSource> bytes) {
    auto peeked = std::make_unique<PeekedSource>(utf8_source(std::move(bytes)));
    const TableFormat format = table_format(first_line(peeked->beginning()));
    return std::make_unique<CsvReader>(std::move(peeked), format);
}

std::size_t known_columns(std::string_view text) {
    const std::string_view line = first_line(text);
    const TableReader table(std::make_unique<HeaderSource>(line), table_format(line));
    constexpr std::array<std::string_view, 9> others = {
        "id", "url", "standfirst", "published", "date", "source", "byline", "section", "lang"};
    constexpr std::array<std::string_view, 5> texts = {"title", "headline", "body", "text",
                                                       "content"};
    std::size_t known = 0;
    bool says_something = false;
    for (const std::string& column : table.columns()) {
        const std::string field = column_field(column);
        const bool is_text = std::ranges::find(texts, field) != texts.end();
        says_something = says_something || is_text;
        if (is_text || std::ranges::find(others, field) != others.end()) ++known;
    }
    return says_something ? known : 0;
}

}  // namespace nutgraf::archive
