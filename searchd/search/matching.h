#pragma once

#include "searchd/search/deadline.h"

#include <xapian.h>

#include <string>
#include <vector>

namespace nutgraf::search {

/// Every document that matches a query, in the order of their numbers. Throws DeadlineExceeded, and
/// what Xapian throws on reading.
std::vector<Xapian::docid> matching_documents(const Xapian::Database& database,
                                              const Xapian::Query& query, const Deadline& deadline);

}  // namespace nutgraf::search
