#pragma once

#include "indexer/archive/clean/partial_date.h"

#include <chrono>
#include <optional>
#include <string_view>
#include <vector>

namespace nutgraf::archive {

/// Days that a text names by month and number: "May 2", "2-3 May", "Tuesday, 2 May 2019".
struct DaysNamed {
    PartialDate first;
    std::chrono::month_day last;  ///< The same day, where it is one.
    bool are_to_come = false;     ///< They lay ahead when it was written: "will meet on May 2-3".
};

/// The days that a text names, in its order; those of which the text says no month are left out.
/// That they are to come is read off English and German sentences: a "will" before them.
std::vector<DaysNamed> days_named(std::string_view text);

/// The first day of the week on which a text says that something was, "on Tuesday", "am Dienstag",
/// without a date beside it; empty where it says so of none.
std::optional<std::chrono::weekday> weekday_named(std::string_view text);

/// Within how many days before it was written something was that a text tells of: 1 for
/// "yesterday", 7 for "last week", 30 for "last month", in English and German; the fewest of
/// several. Empty where it tells of nothing so.
std::optional<std::chrono::days> days_ago(std::string_view text);

}  // namespace nutgraf::archive
