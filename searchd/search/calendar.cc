#include "searchd/search/calendar.h"

#include <algorithm>
#include <array>

namespace nutgraf::search {

using std::chrono::sys_days;
using std::chrono::year_month_day;

namespace {

/// 1970-01-01 was a Thursday: so many days before it began a week.
constexpr std::int64_t days_before_epoch = 3;
constexpr std::int64_t days_of_week = 7;
constexpr std::int64_t months_of_year = 12;

/// Rounds towards the past, where the division of the language rounds towards 0.
std::int64_t quotient(std::int64_t number, std::int64_t divisor) {
    const std::int64_t towards_zero = number / divisor;
    return towards_zero * divisor > number ? towards_zero - 1 : towards_zero;
}

/// Which year, month, week or day a day lies in, counted from any point of time.
std::int64_t number_of(TimeUnit unit, sys_days day) {
    const std::int64_t days = day.time_since_epoch().count();
    if (unit == TimeUnit::day) return days;
    if (unit == TimeUnit::week) return quotient(days + days_before_epoch, days_of_week);
    const year_month_day date(day);
    const std::int64_t year = static_cast<int>(date.year());
    if (unit == TimeUnit::year) return year;
    return year * months_of_year + static_cast<unsigned>(date.month()) - 1;
}

sys_days start_of_number(TimeUnit unit, std::int64_t number) {
    using namespace std::chrono;
    if (unit == TimeUnit::day) return sys_days(days(number));
    if (unit == TimeUnit::week) return sys_days(days(number * days_of_week - days_before_epoch));
    const bool is_year = unit == TimeUnit::year;
    const std::int64_t number_of_year = is_year ? number : quotient(number, months_of_year);
    const std::int64_t month_of_year = is_year ? 0 : number - number_of_year * months_of_year;
    return year(static_cast<int>(number_of_year)) /
           month(static_cast<unsigned>(month_of_year) + 1) / day(1);
}

std::size_t parts_of(TimeUnit unit, const DaySpan& days) {
    return static_cast<std::size_t>(number_of(unit, days.last) - number_of(unit, days.first)) + 1;
}

/// How many times too many or too few some parts are; 1 when they are neither.
double excess(std::size_t parts) {
    constexpr double fewest = 8;
    constexpr double most = 60;
    const auto number = static_cast<double>(parts);
    return std::max({1.0, fewest / number, number / most});
}

/// The finer ones come first.
constexpr std::array units = {TimeUnit::day, TimeUnit::week, TimeUnit::month, TimeUnit::year};

}  // namespace

sys_days start_of(TimeUnit unit, sys_days day) {
    return start_of_number(unit, number_of(unit, day));
}

sys_days next_start(TimeUnit unit, sys_days start) {
    return start_of_number(unit, number_of(unit, start) + 1);
}

TimeUnit best_unit(const DaySpan& days) {
    constexpr std::array usual = {TimeUnit::day, TimeUnit::month, TimeUnit::year};
    return *std::ranges::min_element(usual, {},
                                     [&](TimeUnit unit) { return excess(parts_of(unit, days)); });
}

TimeUnit possible_unit(TimeUnit wanted, const DaySpan& days, std::size_t most) {
    const auto* from = std::ranges::find(units, wanted);
    const auto* possible = std::find_if(
        from, units.end(), [&](TimeUnit unit) { return parts_of(unit, days) <= most; });
    return possible == units.end() ? TimeUnit::year : *possible;
}

sys_days first_start(TimeUnit unit, const DaySpan& days, std::size_t most) {
    const std::int64_t earliest = number_of(unit, days.last) - static_cast<std::int64_t>(most) + 1;
    return start_of_number(unit, std::max(number_of(unit, days.first), earliest));
}

}  // namespace nutgraf::search
