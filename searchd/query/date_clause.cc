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

/// Two digits that are less than a limit.
std::optional<int> parse_two_digits(std::string_view text, int limit) {
    int number = 0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc{} || stop != end || number < 0 || number >= limit) return std::nullopt;
    return number;
}

/// "2019-05-10T21:30:00Z", in just this form.
std::optional<std::chrono::sys_seconds> parse_instant(std::string_view text) {
    constexpr std::string_view form = "2019-05-10T21:30:00Z";
    if (text.size() != form.size()) return std::nullopt;
    for (const std::size_t at : {10, 13, 16, 19})
        if (text[at] != form[at]) return std::nullopt;
    const auto day = parse_day_span(text.substr(0, 10));
    const auto hour = parse_two_digits(text.substr(11, 2), 24);
    const auto minute = parse_two_digits(text.substr(14, 2), 60);
    const auto second = parse_two_digits(text.substr(17, 2), 60);
    if (!day || !hour || !minute || !second) return std::nullopt;
    return day->first + std::chrono::hours(*hour) + std::chrono::minutes(*minute) +
           std::chrono::seconds(*second);
}

/// The instants of a period, or the one instant.
std::optional<Seen> parse_instants(std::string_view text, const Clock& clock) {
    if (const auto instant = parse_instant(text)) return Seen{instant, instant};
    const auto period = parse_period(text, clock.today);
    if (!period) return std::nullopt;
    return Seen{clock.zone.start_of(period->first),
                clock.zone.start_of(period->last + days(1)) - std::chrono::seconds(1)};
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

std::optional<Query> parse_seen(std::string_view text, const Clock& clock) {
    const auto dots = text.find("..");
    if (dots == std::string_view::npos) {
        const auto period = parse_instants(text, clock);
        return period ? std::optional(Query{*period}) : std::nullopt;
    }
    const std::string_view from = text.substr(0, dots);
    const std::string_view to = text.substr(dots + 2);
    const auto first = parse_instants(from, clock);
    const auto last = parse_instants(to, clock);
    const bool is_read = (first || from.empty()) && (last || to.empty()) && (first || last);
    if (!is_read) return std::nullopt;
    Seen seen;
    if (first) seen.first = first->first;
    if (last) seen.last = last->last;
    if (seen.first && seen.last && *seen.first > *seen.last) return std::nullopt;
    return Query{seen};
}

}  // namespace nutgraf::query
