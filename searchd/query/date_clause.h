#pragma once

#include "analyzers/text/time_zone.h"
#include "searchd/query/syntax.h"

#include <chrono>
#include <optional>
#include <string_view>

namespace nutgraf::query {

/// Reads what stands after "date:", "after:" or "before:".
///
/// After "date:": a day, month or year, "undated", "today", "yesterday", "7d" (the last seven days,
/// today included), or two of them with ".." between, of which one may be missing. "after:" takes
/// in the day or period it names and all later, "before:" everything until the day before it
/// begins. `today` is what relative dates count from. Empty when the text is none of this.
std::optional<Query> parse_date(std::string_view field, std::string_view text,
                                std::chrono::sys_days today);

/// What relative dates count from, and the zone in which a day is one.
struct Clock {
    std::chrono::sys_days today;
    analyzers::TimeZone zone;
};

/// Reads what stands after "seen:": what can stand after "date:" but "undated", as days of the
/// clock's zone, or instants such as "2019-05-10T21:30:00Z". Empty when the text is none of this.
std::optional<Query> parse_seen(std::string_view text, const Clock& clock);

}  // namespace nutgraf::query
