#pragma once

#include "indexer/gazetteer/assembler.h"
#include "indexer/gazetteer/importer.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::gazetteer {

/// What is to be imported.
struct ImportRequest {
    std::string kind;                          ///< A name of `importers`.
    std::vector<std::filesystem::path> files;  ///< "-" for standard input.
    std::optional<std::chrono::sys_days> since;
    std::set<std::string> allowed;
};

/// What an import brought.
struct Import {
    Assembly assembly;
    std::uint64_t read = 0;
    std::uint64_t bytes = 0;  ///< Of the files, as they lie on the disk.
    std::uint64_t refused = 0;
    std::vector<RefusedRecord> refusals;  ///< The first thousand of them.
    Counts left_out;                      ///< Records, by reason.
};

/// Imports files against what is known. Throws Error when a file cannot be read at all.
Import imported(const ImportRequest& request, const Known& known);

/// The importer of a name; null when there is none.
const ImporterRow* importer_named(std::string_view name);

}  // namespace nutgraf::gazetteer
