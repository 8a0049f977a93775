#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace nutgraf {

/// A period of whole days, both ends included; `first <= last`.
struct DaySpan {
    std::chrono::sys_days first;
    std::chrono::sys_days last;

    bool operator==(const DaySpan&) const = default;
};

/// The period an ISO 8601 date names: "2019", "2019-05", "2019-05-10", or an
/// instant such as "2019-05-10T23:30:00+02:00", which names its day in UTC.
///
/// Surrounding spaces are ignored. Years 1000 to 9999 are read. Empty when the
/// text is not such a date or names a day the calendar does not have.
std::optional<DaySpan> parse_day_span(std::string_view text);

/// "2019-05-10".
std::string iso_date(std::chrono::sys_days day);

/// "2019-05-10T21:30:00Z".
std::string iso_instant(std::chrono::sys_seconds instant);

/// "10 May 2019"; a span of one month "May 2019", of one year "2019", else "10 May 2019 to 2 June
/// 2019".
std::string readable_date(const DaySpan& span);

}  // namespace nutgraf
