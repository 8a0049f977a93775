#include "indexer/archive/clean/written_within.h"

#include "indexer/archive/clean/days_named.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace nutgraf::archive {

namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year;

constexpr days longest_span(4 * 366);
constexpr days next_year(92);  // So near its end, the other year's days are given without it.

/// The days on which a text may have been written that names days of a year.
std::optional<DaySpan> allowed_by(const DaysNamed& named, year in) {
    const std::chrono::year_month_day first{in, named.first.day->month(), named.first.day->day()};
    const std::chrono::year_month_day last{in, named.last.month(), named.last.day()};
    if (!first.ok() || !last.ok() || !may_be(named.first, first)) return std::nullopt;
    DaySpan span{sys_days(in / 1 / 1), sys_days(in / 12 / 31)};
    if (named.first.year) {
        span = {sys_days::min(), sys_days::max()};
    } else {
        span.first = std::min(span.first, sys_days(first) - next_year);
        span.last = std::max(span.last, sys_days(last) + next_year);
    }
    if (named.are_to_come) span.last = sys_days(last);
    return span;
}

/// What spans have in common with those that one clue allows: in order, apart from each other.
std::vector<DaySpan> in_common(const std::vector<DaySpan>& spans, const DaysNamed& named) {
    std::vector<DaySpan> common;
    for (const DaySpan& span : spans) {
        const year first = std::chrono::year_month_day(span.first).year();
        const year last = std::chrono::year_month_day(span.last).year();
        // Days shortly before and behind the span may be meant as well.
        for (year in = first - std::chrono::years(1); in <= last + std::chrono::years(1); ++in) {
            const auto allowed = allowed_by(named, in);
            if (!allowed) continue;
            const DaySpan both{std::max(span.first, allowed->first),
                               std::min(span.last, allowed->last)};
            if (both.first > both.last) continue;
            if (!common.empty() && both.first <= common.back().last + days(1)) {
                common.back().last = std::max(common.back().last, both.last);
            } else {
                common.push_back(both);
            }
        }
    }
    return common;
}

}  // namespace

DaySpan written_within(const DaySpan& span, std::string_view text) {
    if (span.first == span.last || span.last - span.first > longest_span) return span;
    std::vector<DaySpan> spans = {span};
    for (const DaysNamed& named : days_named(text)) {
        if (named.first.year && !named.are_to_come) continue;  // Any time may have passed since.
        std::vector<DaySpan> common = in_common(spans, named);
        if (!common.empty()) spans = std::move(common);
    }
    return {spans.front().first, spans.back().last};
}

}  // namespace nutgraf::archive
