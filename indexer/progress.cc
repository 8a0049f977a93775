#include "indexer/progress.h"

#include "base/json.h"

#include <fmt/format.h>

#include <algorithm>

namespace nutgraf::indexer {

namespace {

constexpr double bytes_per_megabyte = 1e6;

double per_second(double amount, const Progress& progress) {
    return amount / std::max(progress.elapsed.count(), 1e-3);
}

double megabytes_per_second(const Progress& progress) {
    return per_second(static_cast<double>(progress.totals.text_bytes) / bytes_per_megabyte,
                      progress);
}

double articles_per_second(const Progress& progress) {
    return per_second(static_cast<double>(progress.totals.read), progress);
}

/// "12,400".
std::string with_commas(std::uint64_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
    return digits;
}

/// ", killed 1, corrected 2": of notices, which most runs have none of, those there were.
std::string notices(const IngestTotals& totals) {
    std::string text;
    const auto add = [&](std::string_view name, std::uint64_t count) {
        if (count > 0) text += fmt::format(", {} {}", name, count);
    };
    add("killed", totals.killed);
    add("withheld", totals.withheld);
    add("embargoed", totals.embargoed);
    add("corrected", totals.corrected);
    return text;
}

Json to_json(const Progress& progress, std::string_view event) {
    const IngestTotals& totals = progress.totals;
    return {{"version", 1},
            {"event", event},
            {"read", totals.read},
            {"added", totals.added},
            {"replaced", totals.replaced},
            {"unchanged", totals.unchanged},
            {"refused", totals.refused},
            {"killed", totals.killed},
            {"withheld", totals.withheld},
            {"embargoed", totals.embargoed},
            {"corrected", totals.corrected},
            {"acknowledged", totals.acknowledged},
            {"seconds", progress.elapsed.count()},
            {"articles_per_second", articles_per_second(progress)},
            {"megabytes_per_second", megabytes_per_second(progress)}};
}

}  // namespace

std::string progress_line(const Progress& progress) {
    const IngestTotals& totals = progress.totals;
    std::string line = fmt::format("{} articles, {:.1f} MB/s", with_commas(totals.read),
                                   megabytes_per_second(progress));
    if (progress.all_file_bytes == 0 || totals.file_bytes == 0) return line;
    const double share = std::min(
        1.0, static_cast<double>(totals.file_bytes) / static_cast<double>(progress.all_file_bytes));
    const double left = progress.elapsed.count() * (1 - share) / share;
    return line + fmt::format(", {:.0f} %, {:.0f} s left", share * 100, left);
}

std::string progress_json(const Progress& progress) {
    return to_text(to_json(progress, "progress"));
}

std::string summary_line(const Progress& progress) {
    const IngestTotals& totals = progress.totals;
    return fmt::format(
        "read {}, added {}, replaced {}, unchanged {}, refused {}{}, {:.1f} s, {:.0f} articles/s, "
        "{:.1f} MB/s",
        totals.read, totals.added, totals.replaced, totals.unchanged, totals.refused,
        notices(totals), progress.elapsed.count(), articles_per_second(progress),
        megabytes_per_second(progress));
}

std::string summary_json(const Progress& progress) {
    return to_text(to_json(progress, "summary"));
}

}  // namespace nutgraf::indexer
