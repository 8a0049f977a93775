#pragma once

#include "base/file.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::index {

/// A file of the journal, `00000003.zst` say. One that articles are taken out of is written anew
/// under the same number, as the next generation: `00000003-1.zst`.
struct JournalFile {
    std::uint64_t number = 0;  ///< From 1, in the order of the journal.
    std::uint64_t generation = 0;

    bool operator==(const JournalFile&) const = default;
};

/// The folder of the journal in an index folder.
std::filesystem::path articles_folder(const std::filesystem::path& index_folder);

std::string name_of(const JournalFile& file);

/// The file of a name; number 0 for what is none of the journal's.
JournalFile journal_file_named(std::string_view name);

/// The files of a journal's folder in their order, of each the newest generation; none when the
/// folder is missing.
std::vector<JournalFile> current_files(const std::filesystem::path& folder);

/// Opens the newest generation of a file to read, though a takedown may put another in its place
/// meanwhile. Throws Error when there is none.
File open_current(const std::filesystem::path& folder, std::uint64_t number);

/// Removes what a takedown that was cut off has left: older generations and drafts. For the one
/// writer alone.
void remove_superseded(const std::filesystem::path& folder);

}  // namespace nutgraf::index
