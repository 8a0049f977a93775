#include "indexer/archive/table_reader.h"

#include "tests/fuzz/memory_source.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace nutgraf::tests::in_table_reader_test {

using namespace nutgraf;
using namespace nutgraf::archive;
using nutgraf::tests::MemorySource;

namespace {

/// "line:value|value" of each row, or "line:!" with the complaint; a space between rows.
std::string rows_of(const std::string& text, TableFormat format) {
    TableReader table(std::make_unique<MemorySource>(text), format);
    std::string rows;
    while (const auto row = table.next()) {
        if (!rows.empty()) rows += " ";
        rows += row->complaint.empty()
                    ? fmt::format("{}:{}", row->line, fmt::join(row->values, "|"))
                    : fmt::format("{}:! {}", row->line, row->complaint);
    }
    return rows;
}

}  // namespace

TEST_CASE("a table is read row by row, with the line each begins in") {
    struct Case {
        std::string text;
        std::string rows;
        TableFormat format = TableFormat::csv;
    };
    const std::vector<Case> cases = {
        {"", ""},
        {"a,b\n", ""},
        {"a,b\n1,2\n3,4\n", "2:1|2 3:3|4"},
        {"a,b\r\n1,2\r\n", "2:1|2"},
        {"a,b\n1,2", "2:1|2"},
        {"a,b\n\n1,2\n\n", "3:1|2"},
        {"a,b\n\"x,y\",\"he said \"\"no\"\"\"\n", "2:x,y|he said \"no\""},
        {"a,b\n\"two\nlines\",2\n3,4\n", "2:two\nlines|2 4:3|4"},
        {"a,b\n,\n", "2:|"},
        {"a\tb\n1\t\"2\n", "2:1|\"2", TableFormat::tabs},
        {"a,b\n\xFF,2\n", "2:\xEF\xBF\xBD|2"},
        {"a,b\n1\n3,4\n", "2:! The row has 1 values, and the header names 2 columns. 3:3|4"},
        {"a,b\n1,2,3\n", "2:! The row has 3 values, and the header names 2 columns."},
        {"a,b\n\"1\"x,2\n3,4\n",
         "2:! A closing quotation mark is followed by text; inside a value write it twice. 3:3|4"},
        {"a,b\n\"1,2\n", "2:! The quotation mark opened in line 2 is never closed."},
        // Took a gigabyte of memory.
        {"a,b\n" + std::string(20'000, ',') + "\n1,2\n",
         "2:! The row has more than 10000 values. 3:1|2"},
        // Was a table of nothing, which nobody was told.
        {std::string(20'000, ','), "1:! The row has more than 10000 values."},
        {"\"a,b\n1,2\n", "1:! The quotation mark opened in line 1 is never closed."},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(rows_of(c.text, c.format) == c.rows);
    }
}

TEST_CASE("values are found by the names of columns, whatever their order") {
    TableReader table(std::make_unique<MemorySource>("\xEF\xBB\xBFid, name \nx1,  Ann \n"),
                      TableFormat::csv);
    CHECK(table.has("id"));
    CHECK_FALSE(table.has("other"));
    const auto row = table.next();
    REQUIRE(row);
    CHECK(table.value(*row, "id") == "x1");
    CHECK(table.value(*row, "name") == "Ann");
    CHECK(table.value(*row, "other").empty());
}

}  // namespace nutgraf::tests::in_table_reader_test
