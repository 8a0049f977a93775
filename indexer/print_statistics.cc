#include "base/exit_status.h"
#include "base/json.h"
#include "base/utf8.h"
#include "indexer/commands.h"
#include "indexer/index/statistics.h"

#include <fmt/format.h>

#include <cstdio>

namespace nutgraf::indexer {

namespace {

Json counts_to_json(const std::vector<index::Count>& counts, const char* name) {
    Json list = Json::array();
    for (const index::Count& count : counts)
        list.push_back({{name, count.name}, {"count", count.articles}});
    return list;
}

Json to_json(const index::Statistics& statistics) {
    Json record = {
        {"version", 1},
        {"uuid", statistics.uuid},
        {"articles", statistics.articles},
        {"sequence", statistics.sequence},
        {"waiting", statistics.waiting},
        {"journal_bytes", statistics.journal_bytes},
        {"database_bytes", statistics.database_bytes},
        {"undated", statistics.undated},
        {"killed", statistics.killed},
        {"withheld", statistics.withheld},
        {"embargoed", statistics.embargoed},
        {"learned",
         {{"lines", statistics.learned_lines}, {"sources", statistics.learned_sources}}}};
    if (!statistics.gazetteer.empty()) record["gazetteer"] = statistics.gazetteer;
    if (statistics.published)
        record["published"] = {{"from", iso_date(statistics.published->first)},
                               {"to", iso_date(statistics.published->last)}};
    record["languages"] = counts_to_json(statistics.languages, "lang");
    record["sources"] = counts_to_json(statistics.sources, "source");
    return record;
}

std::string listed(const std::vector<index::Count>& counts) {
    constexpr std::size_t shown = 10;
    std::string text;
    for (std::size_t i = 0; i < counts.size() && i < shown; ++i)
        text += fmt::format("{}{} ({})", i > 0 ? ", " : "", visible(counts[i].name),
                            counts[i].articles);
    if (counts.size() > shown) text += fmt::format(", and {} more", counts.size() - shown);
    return text.empty() ? "none" : text;
}

std::string megabytes(std::uint64_t bytes) {
    return fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1e6);
}

void print_for_people(const index::Statistics& statistics) {
    fmt::print("articles   {}\n", statistics.articles);
    fmt::print("sequence   {}\n", statistics.sequence);
    if (statistics.waiting > 0)
        fmt::print("waiting    {} (the next \"add\" makes them searchable)\n", statistics.waiting);
    if (statistics.published)
        fmt::print("published  {} to {}, {} undated\n", iso_date(statistics.published->first),
                   iso_date(statistics.published->last), statistics.undated);
    fmt::print("languages  {}\n", listed(statistics.languages));
    fmt::print("sources    {}\n", listed(statistics.sources));
    const std::uint64_t hidden = statistics.killed + statistics.withheld + statistics.embargoed;
    if (hidden > 0)
        fmt::print("hidden     {} killed, {} withheld, {} under embargo (\"held\" lists them)\n",
                   statistics.killed, statistics.withheld, statistics.embargoed);
    if (statistics.learned_lines > 0)
        fmt::print("furniture  lines learned: {}, of sources: {} (\"stats --lines\" lists them)\n",
                   statistics.learned_lines, statistics.learned_sources);
    fmt::print("journal    {}\n", megabytes(statistics.journal_bytes));
    fmt::print("databases  {}\n", megabytes(statistics.database_bytes));
}

}  // namespace

int print_statistics(const std::filesystem::path& index, bool as_json) {
    const index::Statistics statistics = index::statistics_of(index);
    if (as_json) {
        fmt::print("{}\n", to_visible_text(to_json(statistics)));
    } else {
        print_for_people(statistics);
    }
    return exit_found;
}

}  // namespace nutgraf::indexer
