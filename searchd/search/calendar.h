#pragma once

#include "base/date.h"
#include "searchd/search/counts.h"

#include <chrono>
#include <cstddef>

namespace nutgraf::search {

// Days by years, months, weeks, which begin on Monday (ISO 8601), and by themselves.

/// The first day of the year, month, week or day that a day lies in, and of the one behind it.
std::chrono::sys_days start_of(TimeUnit unit, std::chrono::sys_days day);
std::chrono::sys_days next_start(TimeUnit unit, std::chrono::sys_days start);

/// The unit that parts a period into 8 to 60, or else comes nearest to that; never weeks, which few
/// people count in.
TimeUnit best_unit(const DaySpan& days);

/// The unit, or the first coarser one that parts a period into no more than `most`; years where
/// none does.
TimeUnit possible_unit(TimeUnit wanted, const DaySpan& days, std::size_t most);

/// Where the first part of a period begins, or the first of its last `most` ones.
std::chrono::sys_days first_start(TimeUnit unit, const DaySpan& days, std::size_t most);

}  // namespace nutgraf::search
