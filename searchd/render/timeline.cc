#include "searchd/render/timeline.h"

#include "base/date.h"
#include "base/utf8.h"
#include "searchd/render/html_fields.h"
#include "searchd/render/json.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace nutgraf::render {

namespace {

using search::TimelineAnswer;
using search::TimelineBucket;

constexpr std::string_view undated_label = "undated";
constexpr std::string_view archive_label = "archive";
constexpr std::size_t gap = 2;

/// How wide the columns of a chart are.
struct ChartColumns {
    std::size_t label = 0;
    std::size_t archive = 0;
    std::size_t count = 0;
    std::size_t bar = 0;
    std::uint64_t most = 0;  ///< What the longest bar stands for.
};

bool has_undated(const TimelineAnswer& answer) {
    return std::ranges::any_of(answer.timeline.undated,
                               [](std::uint64_t count) { return count > 0; });
}

ChartColumns columns_of(const TimelineAnswer& answer, const TerminalStyle& style) {
    constexpr std::size_t longest_bar = 60;
    const std::vector<TimelineBucket>& buckets = answer.timeline.buckets;
    std::uint64_t largest = 0;
    ChartColumns columns;
    columns.label = has_undated(answer) ? undated_label.size() : 0;
    columns.archive = archive_label.size();
    for (const TimelineBucket& bucket : buckets) {
        columns.label =
            std::max(columns.label, bucket_date(answer.timeline.unit, bucket.start).size());
        columns.archive = std::max(columns.archive, grouped(bucket.archive).size());
        for (const std::uint64_t count : bucket.counts)
            columns.most = std::max(columns.most, count);
    }
    for (const std::uint64_t count : answer.timeline.undated) largest = std::max(largest, count);
    columns.count = grouped(std::max(largest, columns.most)).size();
    const std::size_t left = columns.label + gap + columns.archive;
    const std::size_t queries = std::max<std::size_t>(1, answer.queries.size());
    const std::size_t own = style.width > left ? (style.width - left) / queries : 0;
    const std::size_t taken = gap + columns.count + 1;
    columns.bar = own > taken ? std::min(longest_bar, own - taken) : 0;
    return columns;
}

/// A bar of whole blocks and one of eighths; the least number that is not 0 shows.
std::string bar_of(std::uint64_t count, const ChartColumns& columns) {
    constexpr std::size_t eighths = 8;
    constexpr std::array<std::string_view, eighths> parts = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    if (count == 0 || columns.bar == 0) return std::string(columns.bar, ' ');
    const double share = static_cast<double>(count) / static_cast<double>(columns.most);
    const auto length = std::max<std::size_t>(
        1, static_cast<std::size_t>(share * static_cast<double>(columns.bar * eighths)));
    std::string bar;
    for (std::size_t i = 0; i < length / eighths; ++i) bar += "█";
    bar += parts.at(length % eighths);
    const std::size_t drawn = (length + eighths - 1) / eighths;
    return bar.append(columns.bar - drawn, ' ');
}

/// A text cut or filled up to a width of code points.
std::string fitted(const std::string& text, std::size_t width) {
    std::string fit = visible(text);
    std::size_t points = code_point_count(fit);
    if (points > width) {
        while (width > 0 && code_point_count(fit) >= width)
            fit = std::string(utf8_prefix(fit, fit.size() - 1));
        if (width > 0) fit += "…";
        points = width;
    }
    return fit.append(width - points, ' ');
}

std::string without_trailing_spaces(const std::string& line) {
    const auto last = line.find_last_not_of(' ');
    return line.substr(0, last == std::string::npos ? 0 : last + 1) + "\n";
}

std::string heading(const TimelineAnswer& answer, const ChartColumns& columns) {
    std::string line =
        fmt::format("{:{}}  {:>{}}", "", columns.label, archive_label, columns.archive);
    for (const TimelineAnswer::Asked& asked : answer.queries)
        line += "  " + fitted(asked.input.empty() ? "everything" : asked.input,
                              columns.count + 1 + columns.bar);
    return without_trailing_spaces(line);
}

}  // namespace

std::string bucket_date(search::TimeUnit unit, std::chrono::sys_days start) {
    constexpr std::size_t year_size = 4;
    constexpr std::size_t month_size = 7;
    const std::string day = iso_date(start);
    if (unit == search::TimeUnit::year) return day.substr(0, year_size);
    return unit == search::TimeUnit::month ? day.substr(0, month_size) : day;
}

Json to_json(const TimelineAnswer& answer) {
    Json queries = Json::array();
    for (std::size_t i = 0; i < answer.queries.size(); ++i) {
        const TimelineAnswer::Asked& asked = answer.queries[i];
        Json notes = Json::array();
        for (const query::Note& note : asked.notes) notes.push_back(to_json(note));
        queries.push_back({{"input", asked.input},
                           {"parsed", asked.parsed},
                           {"total", asked.total},
                           {"undated", answer.timeline.undated.at(i)},
                           {"notes", std::move(notes)}});
    }
    Json buckets = Json::array();
    for (const TimelineBucket& bucket : answer.timeline.buckets)
        buckets.push_back({{"start", iso_date(bucket.start)},
                           {"counts", bucket.counts},
                           {"archive", bucket.archive}});
    return {{"version", 1},
            {"unit", search::name_of(answer.timeline.unit)},
            {"zone", answer.timeline.zone},
            {"queries", std::move(queries)},
            {"buckets", std::move(buckets)},
            {"index", {{"revision", answer.revision}, {"articles", answer.articles}}}};
}

std::string timeline_chart(const TimelineAnswer& answer, const TerminalStyle& style) {
    const ChartColumns columns = columns_of(answer, style);
    std::string chart = heading(answer, columns);
    for (const TimelineBucket& bucket : answer.timeline.buckets) {
        std::string line =
            fmt::format("{:<{}}  {:>{}}", bucket_date(answer.timeline.unit, bucket.start),
                        columns.label, grouped(bucket.archive), columns.archive);
        for (const std::uint64_t count : bucket.counts)
            line +=
                fmt::format("  {:>{}} {}", grouped(count), columns.count, bar_of(count, columns));
        chart += without_trailing_spaces(line);
    }
    if (!has_undated(answer)) return chart;
    std::string line =
        fmt::format("{:<{}}  {:{}}", undated_label, columns.label, "", columns.archive);
    for (const std::uint64_t count : answer.timeline.undated)
        line += fmt::format("  {:>{}} {:{}}", grouped(count), columns.count, "", columns.bar);
    return chart + without_trailing_spaces(line);
}

std::string timeline_rows(const TimelineAnswer& answer) {
    std::string rows;
    for (const TimelineBucket& bucket : answer.timeline.buckets)
        rows += fmt::format("{}\t{}\t{}\n", iso_date(bucket.start), fmt::join(bucket.counts, "\t"),
                            bucket.archive);
    if (has_undated(answer))
        rows += fmt::format("{}\t{}\n", undated_label, fmt::join(answer.timeline.undated, "\t"));
    return rows;
}

}  // namespace nutgraf::render
