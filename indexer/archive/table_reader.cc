#include "indexer/archive/table_reader.h"

#include "base/utf8.h"
#include "indexer/archive/ascii.h"

#include <fmt/format.h>

#include <utility>

namespace nutgraf::archive {

namespace {

constexpr std::size_t table_buffer_bytes = std::size_t{256} * 1024;
constexpr std::size_t max_row_bytes = std::size_t{16} << 20U;
constexpr std::size_t max_row_values = 10'000;
constexpr int end_of_table = -1;

bool is_blank_row(const TableRow& row) {
    return row.complaint.empty() && row.values.size() == 1 && trimmed(row.values.front()).empty();
}

}  // namespace

TableReader::TableReader(std::unique_ptr<ByteSource> bytes, TableFormat format)
    : source_(std::move(bytes)), format_(format), buffer_(table_buffer_bytes, '\0') {
    auto header = raw_row();
    if (!header) return;
    if (!header->complaint.empty()) {
        refused_header_ = std::move(header);
        return;
    }
    columns_ = std::move(header->values);
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (!columns_.empty() && columns_.front().starts_with(byte_order_mark))
        columns_.front().erase(0, byte_order_mark.size());
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        columns_[i] = trimmed(columns_[i]);
        numbers_.emplace(columns_[i], i);
    }
}

std::optional<TableRow> TableReader::next() {
    if (refused_header_) return std::exchange(refused_header_, std::nullopt);
    auto row = raw_row();
    while (row && is_blank_row(*row)) row = raw_row();
    if (!row || !row->complaint.empty()) return row;
    if (row->values.size() != columns_.size()) {
        row->complaint = fmt::format("The row has {} values, and the header names {} columns.",
                                     row->values.size(), columns_.size());
        row->values.clear();
    }
    return row;
}

std::string_view TableReader::value(const TableRow& row, std::string_view column) const {
    const auto number = numbers_.find(column);
    if (number == numbers_.end() || number->second >= row.values.size()) return {};
    return trimmed(row.values[number->second]);
}

int TableReader::peek() {
    if (at_ == filled_) {
        at_ = 0;
        filled_ = 0;
        filled_ = source_->read(buffer_);
        if (filled_ == 0) return end_of_table;
    }
    return static_cast<unsigned char>(buffer_[at_]);
}

std::optional<TableRow> TableReader::raw_row() {
    if (peek() == end_of_table) return std::nullopt;
    TableRow row;
    row.line = line_;
    row_bytes_ = 0;
    while (true) {
        std::string& value = row.values.emplace_back();
        if (format_ != TableFormat::tabs && peek() == '"') {
            read_quoted(value, row);
        } else {
            read_plain(value, row);
        }
        if (row.values.size() == max_row_values && peek() == separator() && row.complaint.empty())
            row.complaint = fmt::format("The row has more than {} values.", max_row_values);
        if (!row.complaint.empty()) skip_line();
        const int c = peek();
        if (c != end_of_table) skip();
        if (c != separator()) break;
    }
    ++line_;
    if (!row.complaint.empty()) row.values.clear();
    for (std::string& value : row.values)
        if (!is_valid_utf8(value)) value = repaired_utf8(value);
    return row;
}

char TableReader::separator() const {
    if (format_ == TableFormat::tabs) return '\t';
    return format_ == TableFormat::csv ? ',' : ';';
}

void TableReader::read_plain(std::string& value, TableRow& row) {
    const char between = separator();
    for (int c = peek(); c != end_of_table && c != between && c != '\n'; c = peek()) {
        append(value, static_cast<char>(c), row);
        skip();
    }
    if (value.ends_with('\r')) value.pop_back();
}

void TableReader::read_quoted(std::string& value, TableRow& row) {
    const std::uint64_t opened = line_;
    skip();
    while (true) {
        const int c = peek();
        if (c == end_of_table) {
            row.complaint =
                fmt::format("The quotation mark opened in line {} is never closed.", opened);
            return;
        }
        skip();
        if (c == '\n') ++line_;
        if (c == '"') {
            if (peek() != '"') break;
            skip();
        }
        append(value, static_cast<char>(c), row);
    }
    if (peek() == '\r') skip();
    const int after = peek();
    if (after != separator() && after != '\n' && after != end_of_table)
        row.complaint =
            "A closing quotation mark is followed by text; inside a value write it twice.";
}

void TableReader::skip_line() {
    for (int c = peek(); c != end_of_table && c != '\n'; c = peek()) skip();
}

void TableReader::append(std::string& value, char c, TableRow& row) {
    if (++row_bytes_ <= max_row_bytes) {
        value += c;
        return;
    }
    if (row.complaint.empty())
        row.complaint = fmt::format("The row is longer than {} MiB.", max_row_bytes >> 20U);
}

}  // namespace nutgraf::archive
