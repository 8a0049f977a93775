#pragma once

#include "base/date.h"

#include <chrono>
#include <optional>
#include <string_view>

namespace nutgraf::archive {

/// A day as texts give it, which may leave something to know: "May 3", "Friday, 3 May", "Monday".
/// It has a month and a day of it, or a day of the week, or both.
struct PartialDate {
    std::optional<std::chrono::month_day> day;
    std::optional<std::chrono::weekday> weekday;
    std::optional<std::chrono::year> year;

    bool operator==(const PartialDate&) const = default;
};

/// The date that a text is, in one of the languages of month_of_any_word or in Chinese. Empty for a
/// text with any other word, and for one that names no day.
std::optional<PartialDate> partial_date(std::string_view text);

/// Whether a day may be meant.
bool may_be(const PartialDate& date, std::chrono::sys_days day);

/// The one day of a span that may be meant; empty where there are several or none.
std::optional<std::chrono::sys_days> only_day(const PartialDate& date, const DaySpan& span);

}  // namespace nutgraf::archive
