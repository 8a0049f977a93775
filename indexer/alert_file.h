#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace nutgraf::indexer {

/// The alerts that belong to an index. They are kept by a room that this one does not know, so that
/// `main` says how each thing is done with them. All throw Error when the file fails.
struct AlertFile {
    std::filesystem::path path;
    /// Copies them to a new file; false when there are none.
    std::function<bool(const std::filesystem::path& to)> copy;
    /// What they are, as a whole sentence; empty when there are none.
    std::function<std::string()> checked;
    /// Has them forget what they have found of some articles of an index; returns how many matches
    /// that was.
    std::function<std::uint64_t(const std::string& index_uuid, const std::vector<std::string>& ids)>
        forget;
};

}  // namespace nutgraf::indexer
