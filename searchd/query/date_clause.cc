#include "searchd/query/date_clause.h"

#include "base/date.h"

#include <charconv>

namespace nutgraf::query {

namespace {

using std::chrono::days;
using std::chrono::sys_days;

/// "7d": the last seven days, up to today.
std::optional<DaySpan> parse_last_days(std::string_view text, sys_days today) {
    constexpr int max_days = 100'000;
    if (!text.ends_with('d')) return std::nullopt;
    int count = 0;
    const char* end = text.data() + text.size() - 1;
    const auto [stop, error] = std::from_chars(text.data(), end, count);
    if (error != std::errc{} || stop != end || count < 1 || count > max_days) return std::nullopt;
    return DaySpan{today - days(count - 1), today};
}

std::optional<DaySpan> parse_period(std::string_view text, sys_days today) {
    if (text == "today") return DaySpan{today, today};
    if (text == "yesterday") return DaySpan{today - days(1), today - days(1)};
    if (const auto span = parse_last_days(text, today)) return span;
    return parse_day_span(text);
}

Query before(sys_days day) {
    using namespace std::chrono_literals;
    constexpr sys_days first_date = std::chrono::January / 1 / 1000y;
    if (day == first_date) return nothing();  // The day before it has no name.
    return Query{DateRange{std::nullopt, day - days(1)}};
}

std::optional<Query> parse_range(std::string_view from, std::string_view to, sys_days today) {
    DateRange range;
    if (!from.empty()) {
        const auto first = parse_period(from, today);
        if (!first) return std::nullopt;
        range.first = first->first;
    }
    if (!to.empty()) {
        const auto last = parse_period(to, today);
        if (!last) return std::nullopt;
        range.last = last->last;
    }
    if (!range.first && !range.last) return std::nullopt;
    if (range.first && range.last && *range.first > *range.last) return std::nullopt;
    return Query{range};
}

}  // namespace

std::optional<Query> parse_date(std::string_view field, std::string_view text, sys_days today) {
    if (field == "date") {
        if (text == "undated") return Query{Undated{}};
        if (const auto dots = text.find(".."); dots != std::string_view::npos)
            return parse_range(text.substr(0, dots), text.substr(dots + 2), today);
    }
    const auto period = parse_period(text, today);
    if (!period) return std::nullopt;
    if (field == "after") return Query{DateRange{period->first, std::nullopt}};
    if (field == "before") return before(period->first);
    return Query{DateRange{period->first, period->last}};
}

}  // namespace nutgraf::query
