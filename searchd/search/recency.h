#pragma once

#include <xapian.h>

#include <chrono>
#include <optional>

namespace nutgraf::search {

/// What being new is worth: `most` for an article of the day it is counted from, half of it for one
/// half an age older, always less for an older one, and never more than `most`. An article that is
/// better by more than that stays above a newer one, whatever their ages.
double worth_of_age(std::chrono::days age);

/// Ranks by it, counted from `latest` back; what is younger counts as of that day, and what is
/// undated, or known to no month, gets nothing. To be joined to a query by AND_MAYBE.
Xapian::Query recency(std::chrono::sys_days latest);

/// The day to count from: the newest of the index, or `today` where articles lie in the future.
/// Empty for an index without dates. May throw what Xapian throws on reading.
std::optional<std::chrono::sys_days> latest_day(const Xapian::Database& database,
                                                std::chrono::sys_days today);

}  // namespace nutgraf::search
