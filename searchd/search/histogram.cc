#include "searchd/search/histogram.h"

#include <algorithm>
#include <array>
#include <vector>

namespace nutgraf::search {

using std::chrono::sys_days;
using std::chrono::year_month_day;

namespace {

/// Which bucket a day lies in, counted from any point of time.
std::int64_t number_of(TimeUnit unit, sys_days day) {
    if (unit == TimeUnit::day) return day.time_since_epoch().count();
    const year_month_day date(day);
    const std::int64_t year = static_cast<int>(date.year());
    if (unit == TimeUnit::year) return year;
    return year * 12 + static_cast<unsigned>(date.month()) - 1;
}

sys_days start_of_number(TimeUnit unit, std::int64_t number) {
    using namespace std::chrono;
    if (unit == TimeUnit::day) return sys_days(days(number));
    const std::int64_t number_of_year = unit == TimeUnit::year ? number : number / 12;
    const std::int64_t month_of_year = unit == TimeUnit::year ? 0 : number % 12;
    return year(static_cast<int>(number_of_year)) /
           month(static_cast<unsigned>(month_of_year) + 1) / day(1);
}

std::size_t buckets_between(TimeUnit unit, sys_days first, sys_days last) {
    return static_cast<std::size_t>(number_of(unit, last) - number_of(unit, first)) + 1;
}

/// How many times too many or too few some buckets are; 1 when they are neither.
double excess(std::size_t buckets) {
    constexpr double fewest = 8;
    constexpr double most = 60;
    const auto number = static_cast<double>(buckets);
    return std::max({1.0, fewest / number, number / most});
}

/// The finer ones come first.
constexpr std::array units = {TimeUnit::day, TimeUnit::month, TimeUnit::year};

TimeUnit best_unit(sys_days first, sys_days last) {
    return *std::ranges::min_element(
        units, {}, [&](TimeUnit unit) { return excess(buckets_between(unit, first, last)); });
}

/// The unit, or the first coarser one that does not give too many buckets.
TimeUnit possible_unit(TimeUnit wanted, sys_days first, sys_days last) {
    const auto from = std::ranges::find(units, wanted);
    const auto possible = std::find_if(from, units.end(), [&](TimeUnit unit) {
        return buckets_between(unit, first, last) <= max_buckets;
    });
    return possible == units.end() ? TimeUnit::year : *possible;
}

}  // namespace

sys_days start_of(TimeUnit unit, sys_days day) {
    return start_of_number(unit, number_of(unit, day));
}

sys_days next_start(TimeUnit unit, sys_days start) {
    return start_of_number(unit, number_of(unit, start) + 1);
}

Histogram histogram_of(std::span<const Xapian::docid> documents, const Columns& columns,
                       std::optional<TimeUnit> unit) {
    Histogram histogram{unit.value_or(TimeUnit::month), {}, 0};
    std::vector<sys_days> days;
    for (const Xapian::docid document : documents)
        if (const auto day = columns.day(document)) days.push_back(*day);
    histogram.undated = documents.size() - days.size();
    if (days.empty()) return histogram;
    const auto ends = std::ranges::minmax(days);
    histogram.unit =
        possible_unit(unit.value_or(best_unit(ends.min, ends.max)), ends.min, ends.max);

    const std::int64_t last = number_of(histogram.unit, ends.max);
    const std::int64_t first = std::max(number_of(histogram.unit, ends.min),
                                        last - static_cast<std::int64_t>(max_buckets) + 1);
    for (std::int64_t number = first; number <= last; ++number) {
        const sys_days start = start_of_number(histogram.unit, number);
        const sys_days end = start_of_number(histogram.unit, number + 1);
        histogram.buckets.push_back({start, 0, columns.published_within(start, end)});
    }
    for (const sys_days day : days) {
        const std::int64_t number = number_of(histogram.unit, day);
        if (number < first)
            ++histogram.undated;
        else
            ++histogram.buckets[static_cast<std::size_t>(number - first)].count;
    }
    return histogram;
}

}  // namespace nutgraf::search
