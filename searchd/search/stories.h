#pragma once

#include "searchd/search/deadline.h"
#include "searchd/search/neighbours.h"

#include <xapian.h>

#include <cstdint>
#include <vector>

namespace nutgraf::search {

// What shows stories instead of articles. All of these may throw what Xapian throws on reading.

/// Whether any article of the database has copies.
bool has_stories(const Xapian::Database& database);

/// Some hits without those whose story has another before them: a row for each story.
std::vector<RankedDocument> without_copies(const Xapian::Database& database,
                                           const std::vector<RankedDocument>& hits);

/// How many stories the articles are of that match a query, of which there are `articles`. Throws
/// DeadlineExceeded.
std::uint64_t stories_among(const Xapian::Database& database, const Xapian::Query& query,
                            std::uint64_t articles);

}  // namespace nutgraf::search
