#pragma once

#include "base/date.h"

#include <string_view>

namespace nutgraf::archive {

/// The days of a span on which a text may have been written, by the days it names; the whole span
/// where they tell nothing. A span of more than four years comes back as it is.
///
/// A day without a year is one of the calendar year in which the text was written, or within three
/// months of it: newspapers give others with their year. Days that are to come lie behind the day
/// of writing. What contradicts all the rest, an anniversary say, does not count.
DaySpan written_within(const DaySpan& span, std::string_view text);

}  // namespace nutgraf::archive
