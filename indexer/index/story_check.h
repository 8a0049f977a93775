#pragma once

#include <xapian.h>

#include <string>
#include <vector>

namespace nutgraf::index {

/// Whether the stories of a database agree with its articles: every article of a story is there and
/// says so, the first is the first, and no article says so of a story that does not have it. Each
/// fault is a whole sentence; none when all is well. May throw what Xapian throws on reading.
std::vector<std::string> story_faults(const Xapian::Database& database);

}  // namespace nutgraf::index
