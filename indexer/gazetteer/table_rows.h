#pragma once

#include "indexer/archive/table_reader.h"
#include "indexer/gazetteer/harvest.h"

#include <functional>
#include <string>

namespace nutgraf::gazetteer {

using archive::TableFormat;
using archive::TableReader;
using archive::TableRow;

/// Takes a good row of a table.
using UseRow = std::function<void(const TableRow&)>;

/// Reads a table to its end: counts every row as read, gives the good ones to `use` and refuses the
/// others under the name of the file, with their reasons.
void read_rows(TableReader& table, const std::string& file, Harvest& harvest, const UseRow& use);

}  // namespace nutgraf::gazetteer
