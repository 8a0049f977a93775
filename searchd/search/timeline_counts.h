#pragma once

#include "searchd/search/columns.h"
#include "searchd/search/timeline.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace nutgraf::search {

/// Of several things that are counted by time there are so many buckets at most.
constexpr std::size_t max_timeline_buckets = 4000;

/// Counts lists of documents side by side. Without a unit, by the one that gives 8 to 60 buckets or
/// comes nearest to that; in place of one that gives more than `most` buckets, by the next coarser
/// one, and of years the last `most`.
Timeline timeline_of(const std::vector<std::span<const Xapian::docid>>& lists,
                     const Columns& columns, std::optional<TimeUnit> unit, const TimeAxis& axis,
                     std::size_t most = max_timeline_buckets);

}  // namespace nutgraf::search
