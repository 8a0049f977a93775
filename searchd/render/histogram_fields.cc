#include "searchd/render/histogram_fields.h"

#include "base/date.h"
#include "searchd/render/html_fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace nutgraf::render {

namespace {

using search::Bucket;
using search::Histogram;
using search::TimeUnit;

constexpr double chart_width = 1000;
constexpr double chart_height = 100;

/// "2019", "2019-03" or "2019-03-29"; of a week its Monday.
std::string date_of(TimeUnit unit, const Bucket& bucket) {
    constexpr std::size_t year_size = 4;
    constexpr std::size_t month_size = 7;
    std::string day = iso_date(bucket.start);
    if (unit == TimeUnit::day || unit == TimeUnit::week) return day;
    return day.substr(0, unit == TimeUnit::year ? year_size : month_size);
}

/// "2019", "March 2019", "29 March 2019" or "week of 25 March 2019".
std::string label_of(TimeUnit unit, const Bucket& bucket) {
    const std::string date = date_of(unit, bucket);
    const auto days = parse_day_span(date);
    const std::string label = days ? readable_date(*days) : date;
    return unit == TimeUnit::week ? "week of " + label : label;
}

/// The search in the time of one bucket.
SearchForm form_within(SearchForm form, TimeUnit unit, const Bucket& bucket) {
    form.from = form.to = date_of(unit, bucket);
    constexpr std::chrono::days to_sunday(6);
    if (unit == TimeUnit::week) form.to = iso_date(bucket.start + to_sunday);
    return form;
}

/// One decimal is a fraction of any screen's pixel.
std::string number(double value) {
    return fmt::format("{:.1f}", value);
}

Json bar_fields(const SearchForm& form, const Histogram& histogram, std::size_t i,
                std::uint64_t most) {
    constexpr double gap = 0.15;  // Of the width that a bar has.
    constexpr double least_height = 2;
    const Bucket& bucket = histogram.buckets[i];
    const double step = chart_width / static_cast<double>(histogram.buckets.size());
    const double share = static_cast<double>(bucket.count) / static_cast<double>(most);
    const double height = std::max(least_height, share * chart_height);
    const double left = static_cast<double>(i) * step;
    return {{"label", label_of(histogram.unit, bucket)},
            {"count", counted(bucket.count, "article")},
            {"archive", grouped(bucket.archive)},
            {"address", search_address(form_within(form, histogram.unit, bucket), 0)},
            {"left", number(left)},
            {"step", number(step)},
            {"x", number(left + step * gap / 2)},
            {"width", number(step * (1 - gap))},
            {"y", number(chart_height - height)},
            {"height", number(height)}};
}

/// "on 29 March 2019", "in the week of 25 March 2019", "in March 2019"
std::string time_of(TimeUnit unit, const Bucket& bucket) {
    if (unit == TimeUnit::day) return "on " + label_of(unit, bucket);
    return (unit == TimeUnit::week ? "in the " : "in ") + label_of(unit, bucket);
}

/// What the chart shows, in a sentence.
std::string summary_of(const Histogram& histogram, const Bucket& largest) {
    std::string text =
        fmt::format("{} to {}, most {}: {}.", label_of(histogram.unit, histogram.buckets.front()),
                    label_of(histogram.unit, histogram.buckets.back()),
                    time_of(histogram.unit, largest), counted(largest.count, "article"));
    if (histogram.undated > 0) text += fmt::format(" {} undated.", grouped(histogram.undated));
    return text;
}

}  // namespace

Json histogram_fields(const SearchForm& form, const Histogram& histogram) {
    if (histogram.buckets.size() < 2) return false;
    const Bucket& largest = *std::ranges::max_element(histogram.buckets, {}, &Bucket::count);
    Json bars = Json::array();
    for (std::size_t i = 0; i < histogram.buckets.size(); ++i)
        if (histogram.buckets[i].count > 0)
            bars.push_back(bar_fields(form, histogram, i, largest.count));
    return {{"bars", std::move(bars)},
            {"unit", search::name_of(histogram.unit)},
            {"first", label_of(histogram.unit, histogram.buckets.front())},
            {"last", label_of(histogram.unit, histogram.buckets.back())},
            {"most", grouped(largest.count)},
            {"summary", summary_of(histogram, largest)}};
}

}  // namespace nutgraf::render
