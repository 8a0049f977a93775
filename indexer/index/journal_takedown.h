#pragma once

#include <cstdint>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace nutgraf::index {

/// What a journal has of some articles.
struct JournalTraces {
    std::set<std::string> ids;      ///< Of those it has put in, in whatever version.
    std::set<std::uint64_t> files;  ///< The numbers of the files that do.
    std::uint64_t files_read = 0;
};

/// Looks through the whole of a journal for articles, by their ids. Works while a writer appends.
/// Throws Error for damage.
JournalTraces traces_in_journal(const std::filesystem::path& index_folder,
                                const std::vector<std::string>& ids);

/// Takes articles out of some files of a journal: of each change that has put one of them in, up to
/// a sequence, what remains is that an article with this key was removed then. Sequences stay.
///
/// Each file is written anew beside the old one, made durable, and takes its place in one step;
/// what was there before is then unlinked. Whenever this is cut off, each file is as it was or as
/// it will be, and calling it again does the rest. The caller holds the right to write, and no open
/// Journal. Returns how many changes were blanked. Throws Error for damage, or when the world
/// fails.
std::uint64_t take_out_of_journal(const std::filesystem::path& index_folder,
                                  const JournalTraces& traces, std::uint64_t up_to);

}  // namespace nutgraf::index
