#pragma once

#include "base/json.h"
#include "searchd/render/html.h"

namespace nutgraf::render {

/// The chart of a histogram: bars in a box of 1000 by 100, with addresses that narrow the search to
/// their time, and a sentence that says the same. False for fewer than two buckets.
Json histogram_fields(const SearchForm& form, const search::Histogram& histogram);

}  // namespace nutgraf::render
