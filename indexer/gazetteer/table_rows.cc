#include "indexer/gazetteer/table_rows.h"

namespace nutgraf::gazetteer {

void read_rows(TableReader& table, const std::string& file, Harvest& harvest, const UseRow& use) {
    while (const auto row = table.next()) {
        harvest.count_read();
        if (row->complaint.empty()) {
            use(*row);
        } else {
            harvest.refuse(file, row->line, row->complaint);
        }
    }
}

}  // namespace nutgraf::gazetteer
