#pragma once

#include "searchd/search/columns.h"
#include "searchd/search/counts.h"

#include <optional>
#include <span>

namespace nutgraf::search {

/// A histogram has no more buckets, but for one of years, which has the last so many: articles of
/// years before those count as undated.
constexpr std::size_t max_buckets = 400;

/// When documents were published. Without a unit, the one that gives 8 to 60 buckets, or else comes
/// nearest to that; in place of one that gives too many, the next coarser one.
Histogram histogram_of(std::span<const Xapian::docid> documents, const Columns& columns,
                       std::optional<TimeUnit> unit);

}  // namespace nutgraf::search
