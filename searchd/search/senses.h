#pragma once

#include "searchd/query/syntax.h"
#include "searchd/search/deadline.h"

#include <xapian.h>

#include <vector>

namespace nutgraf::search {

/// Says in every note on a name that means several how many articles of an index have each of
/// them, and puts those first that have the most. Throws DeadlineExceeded, and what Xapian throws
/// on reading.
void count_senses(std::vector<query::Note>& notes, const Xapian::Database& database,
                  const Deadline& deadline);

}  // namespace nutgraf::search
