#pragma once

#include <xapian.h>

#include <cstdint>

namespace nutgraf::index {

/// The sequence of the last change that a database holds as it was committed last; 0 for none. May
/// throw what Xapian throws on reading.
std::uint64_t sequence_of(const Xapian::Database& database);

}  // namespace nutgraf::index
