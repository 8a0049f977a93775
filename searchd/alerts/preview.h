#pragma once

#include "searchd/search/searcher.h"

#include <chrono>
#include <cstddef>

namespace nutgraf::alerts {

/// How far back a preview looks.
constexpr std::chrono::days preview_days(30);

/// What an alert with this query would have found among the articles taken in during the last
/// thirty days: how many, and the newest of them, so many at most. Fails as a search does.
Expected<search::ChangedHits, query::QueryError> preview(search::Searcher& searcher,
                                                         const search::SearchRequest& request,
                                                         std::chrono::sys_seconds now,
                                                         std::size_t limit);

}  // namespace nutgraf::alerts
