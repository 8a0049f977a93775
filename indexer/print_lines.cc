#include "base/exit_status.h"
#include "base/json.h"
#include "base/utf8.h"
#include "indexer/commands.h"
#include "indexer/index/index_reader.h"
#include "indexer/index/learned_lines.h"

#include <fmt/format.h>

namespace nutgraf::indexer {

int print_lines(const std::filesystem::path& index, bool as_json) {
    index::IndexReader reader(index);
    const auto lines = reader.from_one_state([&] { return index::all_learned(reader.database()); });
    for (const index::LearnedLine& line : lines) {
        if (as_json) {
            const Json record = {{"version", 1},
                                 {"source", line.source},
                                 {"line", line.line},
                                 {"articles", line.articles}};
            fmt::print("{}\n", to_visible_text(record));
        } else {
            fmt::print("{:>7}  {}  {}\n", line.articles, visible(line.source), visible(line.line));
        }
    }
    return lines.empty() ? exit_nothing : exit_found;
}

}  // namespace nutgraf::indexer
