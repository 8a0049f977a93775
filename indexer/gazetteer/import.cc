#include "indexer/gazetteer/import.h"

#include <algorithm>
#include <utility>

namespace nutgraf::gazetteer {

const ImporterRow* importer_named(std::string_view name) {
    const auto rows = importers();
    const auto row = std::ranges::find(rows, name, &ImporterRow::name);
    return row == rows.end() ? nullptr : &*row;
}

Import imported(const ImportRequest& request, const Known& known) {
    Import result;
    Harvest harvest;
    const auto importer = importer_named(request.kind)->make({harvest, known, request.allowed});
    for (const std::filesystem::path& path : request.files) {
        const auto count = [&](std::size_t bytes) { result.bytes += bytes; };
        importer->read({path.string(), archive::open_bytes(path, count)});
    }
    importer->finish();
    result.read = harvest.read();
    result.refused = harvest.refused_count();
    result.refusals = harvest.refused();
    result.left_out = harvest.left_out();
    result.assembly =
        Assembler(request.kind, known, request.since).assembled(std::move(harvest.records()));
    for (const auto& [reason, count] : result.assembly.left_out) result.left_out[reason] += count;
    return result;
}

}  // namespace nutgraf::gazetteer
