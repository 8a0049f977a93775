#pragma once

#include "indexer/archive/byte_source.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::archive {

/// A row of a table that could not be read, or the reason it was refused.
struct TableRow {
    std::uint64_t line = 0;  ///< Where it begins, from 1.
    std::vector<std::string> values;
    std::string complaint;  ///< A sentence; empty when the row is good.
};

/// How the values of a table are separated.
enum class TableFormat : std::uint8_t {
    csv,         ///< Commas; values may stand in double quotes and hold anything then (RFC 4180).
    semicolons,  ///< The same with semicolons, as spreadsheets write it where the comma is decimal.
    tabs,        ///< Tabs, which no value holds.
};

/// Reads a table with a header, row by row, in bounded memory. Bytes that are not UTF-8 become
/// U+FFFD. Not thread-safe: one per thread.
class TableReader {
public:
    TableReader(std::unique_ptr<ByteSource> bytes, TableFormat format);

    /// The names of the columns, in their order; empty for an empty file.
    const std::vector<std::string>& columns() const { return columns_; }
    bool has(std::string_view column) const { return numbers_.contains(std::string(column)); }

    /// The next row; empty at the end. Blank lines are no rows. A row with more or fewer values
    /// than there are columns, with a quotation mark out of place or never closed, of more than
    /// 16 MiB or more than 10,000 values has a complaint and no values; the header as well, which
    /// is the first row then.
    std::optional<TableRow> next();

    /// The value of a row in a column, without spaces around it; empty when there is no such
    /// column. Valid as long as the row.
    std::string_view value(const TableRow& row, std::string_view column) const;

private:
    int peek();
    void skip() { ++at_; }
    char separator() const;
    std::optional<TableRow> raw_row();
    void read_quoted(std::string& value, TableRow& row);
    void read_plain(std::string& value, TableRow& row);
    void skip_line();
    void append(std::string& value, char c, TableRow& row);

    std::unique_ptr<ByteSource> source_;
    TableFormat format_;
    std::string buffer_;
    std::size_t at_ = 0;
    std::size_t filled_ = 0;
    std::uint64_t line_ = 1;
    std::size_t row_bytes_ = 0;
    std::optional<TableRow> refused_header_;
    std::vector<std::string> columns_;
    std::map<std::string, std::size_t, std::less<>> numbers_;
};

}  // namespace nutgraf::archive
