#pragma once

#include "indexer/gazetteer/harvest.h"
#include "indexer/gazetteer/table_reader.h"

#include <functional>
#include <string>

namespace nutgraf::gazetteer {

/// Takes a good row of a table.
using UseRow = std::function<void(const TableRow&)>;

/// Reads a table to its end: counts every row as read, gives the good ones to `use` and refuses the
/// others under the name of the file, with their reasons.
void read_rows(TableReader& table, const std::string& file, Harvest& harvest, const UseRow& use);

}  // namespace nutgraf::gazetteer
