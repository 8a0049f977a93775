#include "searchd/search/timeline_counts.h"

#include "searchd/search/calendar.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace nutgraf::search {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::sys_days;
using std::chrono::sys_seconds;

namespace {

using Instants = std::vector<sys_seconds>;

/// The instants by which documents are counted, in their order; those without one are left out.
Instants instants_of(std::span<const Xapian::docid> documents, const Columns& columns,
                     TimeAxis::Of of) {
    Instants instants;
    for (const Xapian::docid document : documents) {
        if (of == TimeAxis::Of::seen)
            instants.push_back(columns.seen(document));
        else if (const auto day = columns.day(document))
            instants.emplace_back(*day);
    }
    std::ranges::sort(instants);
    return instants;
}

std::uint64_t number_within(const Instants& sorted, sys_seconds first, sys_seconds end) {
    const auto from = std::ranges::lower_bound(sorted, first);
    const auto to = std::lower_bound(from, sorted.end(), end);
    return static_cast<std::uint64_t>(to - from);
}

/// The days of the first instant and of the last one; empty for none.
std::optional<DaySpan> days_of(const std::vector<Instants>& lists,
                               const analyzers::TimeZone& zone) {
    std::optional<DaySpan> days;
    for (const Instants& list : lists) {
        if (list.empty()) continue;
        const DaySpan own{zone.day_of(list.front()), zone.day_of(list.back())};
        if (!days) days = own;
        days->first = std::min(days->first, own.first);
        days->last = std::max(days->last, own.last);
    }
    return days;
}

/// Fills what a timeline has from its first bucket on.
void add_buckets(Timeline& timeline, const DaySpan& days, const std::vector<Instants>& lists,
                 const std::function<std::uint64_t(sys_seconds, sys_seconds)>& archive_within) {
    const analyzers::TimeZone zone =
        analyzers::TimeZone::named(timeline.zone).value_or(analyzers::TimeZone());
    sys_days start = days.first;
    sys_seconds begin = zone.start_of(start);
    while (start <= days.last) {
        const sys_days next = next_start(timeline.unit, start);
        const sys_seconds end = zone.start_of(next);
        TimelineBucket& bucket = timeline.buckets.emplace_back();
        bucket.start = start;
        for (const Instants& list : lists) bucket.counts.push_back(number_within(list, begin, end));
        bucket.archive = archive_within(begin, end);
        start = next;
        begin = end;
    }
}

}  // namespace

Timeline timeline_of(const std::vector<std::span<const Xapian::docid>>& lists,
                     const Columns& columns, std::optional<TimeUnit> unit, const TimeAxis& axis,
                     std::size_t most) {
    const bool is_of_ingestion = axis.of == TimeAxis::Of::seen;
    Timeline timeline;
    timeline.unit = unit.value_or(TimeUnit::month);
    if (is_of_ingestion) timeline.zone = axis.zone.name();
    std::vector<Instants> instants;
    instants.reserve(lists.size());
    for (const auto& documents : lists)
        instants.push_back(instants_of(documents, columns, axis.of));
    if (const auto period =
            days_of(instants, is_of_ingestion ? axis.zone : analyzers::TimeZone())) {
        timeline.unit = possible_unit(unit.value_or(best_unit(*period)), *period, most);
        add_buckets(timeline, {first_start(timeline.unit, *period, most), period->last}, instants,
                    [&](sys_seconds first, sys_seconds end) {
                        if (is_of_ingestion) return columns.seen_within(first, end);
                        return columns.published_within(floor<days>(first), floor<days>(end));
                    });
    }
    for (std::size_t i = 0; i < lists.size(); ++i) {
        std::uint64_t dated = 0;
        for (const TimelineBucket& bucket : timeline.buckets) dated += bucket.counts[i];
        timeline.undated.push_back(lists[i].size() - dated);
    }
    return timeline;
}

}  // namespace nutgraf::search
