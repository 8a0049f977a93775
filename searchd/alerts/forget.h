#pragma once

#include "searchd/alerts/database.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace nutgraf::alerts {

/// Forgets what matches say of articles of an index, in one transaction. Those that were not told
/// yet are dropped; of the others the fact remains, so that nothing is told twice. Returns how many
/// were dropped or emptied. Throws Error when the file fails.
std::uint64_t forget_matches(Database& database, const std::string& index_uuid,
                             const std::vector<std::string>& articles);

/// The same for one article, within a transaction of the caller's.
std::int64_t forget_article(Database& database, const std::string& index_uuid,
                            const std::string& article);

/// The same for a file of alerts, of which no byte of what was forgotten is left behind when this
/// returns. A file that is not there has nothing to forget. Throws Error when it is damaged or no
/// file of alerts, or when another program keeps its log from being emptied.
std::uint64_t forget_articles(const std::filesystem::path& path, const std::string& index_uuid,
                              const std::vector<std::string>& articles);

}  // namespace nutgraf::alerts
