#pragma once

#include "indexer/index/journal.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace nutgraf::index {

/// What an index folder holds, as its manifest.json says. Readers open the index through it.
struct Manifest {
    std::string uuid;         ///< Of this index, for life; cursors of alerts refer to it.
    JournalPosition journal;  ///< Up to where the databases hold the journal's changes.
    std::vector<std::string> databases;  ///< Xapian databases, relative to the folder.

    bool operator==(const Manifest&) const = default;
};

/// What becomes of an index whose databases are of an older format: only a rebuild can do without
/// them, since the journal's never changes.
enum class OlderFormat { is_refused, is_read };

/// The manifest of an index folder; empty when there is none. Throws Error, naming the file and
/// the remedy, when it cannot be read, is damaged or of another format.
std::optional<Manifest> read_manifest(const std::filesystem::path& folder,
                                      OlderFormat older = OlderFormat::is_refused);

/// A manifest as manifest.json has it, and back; `path` is what errors name.
Json manifest_record(const Manifest& manifest);
Manifest manifest_from(const std::filesystem::path& path, const Json& record, OlderFormat older);

/// Puts a manifest in place of the old one in one step, durably.
void write_manifest(const std::filesystem::path& folder, const Manifest& manifest);

/// The name for a database that takes the place of those the manifest names, or for the first one.
std::string next_database(const Manifest& manifest);

}  // namespace nutgraf::index
