#include "analyzers/entities/block_reader.h"
#include "analyzers/entities/block_writer.h"
#include "indexer/gazetteer/json_items.h"
#include "indexer/gazetteer/table_rows.h"
#include "indexer/gazetteer/wikidata_item.h"
#include "indexer/gazetteer/yaml_items.h"
#include "tests/fuzz/memory_source.h"
#include "tests/fuzz/promise.h"

#include <memory>
#include <string>

using namespace nutgraf;
using namespace nutgraf::gazetteer;
using nutgraf::tests::require;

namespace {

void read_table(std::string_view text, TableFormat format) {
    TableReader table(std::make_unique<tests::MemorySource>(text), format);
    std::uint64_t last = 0;
    while (const auto row = table.next()) {
        require(row->line > last, "rows are in the order of their lines");
        last = row->line;
        require(!row->complaint.empty() || row->values.size() == table.columns().size(),
                "a row has a value for each column");
    }
}

void read_json(std::string_view text) {
    JsonItems items(std::make_unique<tests::MemorySource>(text));
    std::uint64_t last = 1;
    while (const auto item = items.next()) {
        require(item->line >= last, "items are in the order of their lines");
        last = item->line;
        require(item->complaint.empty() != item->bytes.empty(), "an item has bytes or a complaint");
    }
    is_worth_parsing(text);
}

void read_yaml(std::string_view text) {
    YamlItems items(std::make_unique<tests::MemorySource>(text));
    while (const auto item = items.next()) require(item->line >= 1, "an item begins in a line");
}

}  // namespace

/// Any bytes are a table, JSON or YAML cut into items, or a complaint, and a value of a block.
// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer looks for this name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = tests::text_from(data, size);
    read_table(text, TableFormat::csv);
    read_table(text, TableFormat::tabs);
    read_json(text);
    read_yaml(text);
    if (const auto value = entities::written_value(text)) {
        const auto read = entities::read_blocks("@org a\nname: " + *value + "\n", "a.ent");
        require(read.problems.empty(), "a written value is no problem");
        require(read.blocks.front().facts.front().values.front() == *value,
                "a value is read as it was written");
    }
    return 0;
}
