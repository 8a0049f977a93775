#pragma once

#include "base/expected.h"
#include "searchd/alerts/store.h"
#include "searchd/search/searcher.h"

#include <string>

namespace nutgraf::alerts {

/// Where a new alert begins in the index of a searcher: at its present end for an empty text, or
/// where the text says: "beginning"; a sequence, behind which it begins; or a date, "2019-05" or
/// "2019-05-10", from which on it looks at what was taken in. A whole number is a sequence.
Expected<Cursor, AlertRefusal> start_from(const std::string& since, search::Searcher& searcher);

}  // namespace nutgraf::alerts
