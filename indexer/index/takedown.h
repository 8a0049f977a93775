#pragma once

#include "indexer/index/index_writer.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace nutgraf::index {

/// What a takedown came to.
struct Takedown {
    std::vector<std::string> removed;  ///< The articles that were there, by their ids.
    std::vector<std::string> unknown;  ///< Those of which the index has nothing.
    std::uint64_t changes = 0;         ///< Of the journal, that have lost their article.
    std::uint64_t files = 0;           ///< Of the journal, that were written anew.
    std::uint64_t alerted = 0;         ///< Matches of alerts that were dropped or emptied.
};

/// Has whoever keeps something of articles beside an index forget it; returns how many entries
/// that was.
using ForgetElsewhere = std::function<std::uint64_t(const std::string& index_uuid,
                                                    const std::vector<std::string>& ids)>;

/// Removes articles, so that nothing of them but their keys is left in the folder of an index.
///
/// First they are removed as any change is made: acknowledged, and found no more. Then the
/// databases are compacted, since the blocks of what was removed keep their bytes; then `elsewhere`
/// is called; and last the journal's files that have put them in are written anew. So an article
/// whose takedown was cut off is known by the journal, and calling this again finishes it. Of the
/// articles that an index has lost without a takedown the journal is cleared as well.
///
/// Waits for a writer as IndexWriter does, and lets others write in between: an article that comes
/// in again meanwhile stays. Throws Error when there is no index or the world fails.
Takedown take_down(const std::filesystem::path& folder, const std::vector<std::string>& ids,
                   std::chrono::sys_seconds now, const ForgetElsewhere& elsewhere,
                   const WriterOptions& options = {});

}  // namespace nutgraf::index
