#include "analyzers/entities/period.h"

#include "base/date.h"
#include "base/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace nutgraf::entities {

namespace {

/// The first day of "2018", "2018-07" or "2018-07-09".
std::optional<std::chrono::sys_days> first_day(std::string_view text) {
    // Instants are dates elsewhere, but not here.
    const bool is_date = !text.empty() && std::ranges::all_of(text, [](char c) {
        return c == '-' || (c >= '0' && c <= '9');
    });
    const auto days = is_date ? parse_day_span(text) : std::nullopt;
    return days ? std::optional(days->first) : std::nullopt;
}

}  // namespace

Expected<Period, PeriodError> parse_period(std::string_view text) {
    constexpr std::string_view dots = "..";
    const auto middle = text.find(dots);
    if (middle == std::string_view::npos)
        return Unexpected{PeriodError{
            fmt::format("\"{}\" is no period; write \"2018-07-09..2019-07-24\".", visible(text))}};
    const std::string_view from = text.substr(0, middle);
    const std::string_view to = text.substr(middle + dots.size());
    Period period;
    for (const std::string_view end : {from, to}) {
        if (end.empty()) continue;
        const auto day = first_day(end);
        if (!day)
            return Unexpected{PeriodError{
                fmt::format("\"{}\" is no date; write \"2018-07-09\", \"2018-07\" or \"2018\".",
                            visible(end))}};
        (end.data() == from.data() ? period.from : period.to) = *day;
    }
    if (period.from < period.to) return period;
    return Unexpected{PeriodError{
        fmt::format("\"{}\" ends before a day of it has passed; the first date is the first day, "
                    "the second the day after the last.",
                    text)}};
}

}  // namespace nutgraf::entities
