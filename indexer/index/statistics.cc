#include "indexer/index/statistics.h"

#include "indexer/index/held.h"
#include "indexer/index/index_reader.h"
#include "indexer/index/journal.h"
#include "indexer/index/learned_lines.h"
#include "indexer/index/schema.h"
#include "indexer/index/terms.h"

#include <algorithm>
#include <map>

namespace nutgraf::index {

namespace fs = std::filesystem;

namespace {

std::uint64_t bytes_below(const fs::path& folder) {
    std::uint64_t bytes = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file()) bytes += entry.file_size();
    return bytes;
}

std::vector<Count> counts_of_values(const Xapian::Database& database, Slot slot) {
    const auto number = static_cast<Xapian::valueno>(slot);
    std::map<std::string, std::uint64_t> by_name;
    for (auto value = database.valuestream_begin(number); value != database.valuestream_end(number);
         ++value)
        ++by_name[*value];
    std::vector<Count> counts;
    counts.reserve(by_name.size());
    for (const auto& [name, articles] : by_name) counts.push_back({name, articles});
    std::ranges::stable_sort(counts, std::greater{}, &Count::articles);
    return counts;
}

std::optional<DaySpan> published_days(const Xapian::Database& database) {
    const auto from = static_cast<Xapian::valueno>(Slot::published_from);
    const auto to = static_cast<Xapian::valueno>(Slot::published_to);
    std::optional<DaySpan> days;
    for (auto value = database.valuestream_begin(from); value != database.valuestream_end(from);
         ++value) {
        const auto day = decoded_day(*value);
        if (!days) days = DaySpan{day, day};
        days->first = std::min(days->first, day);
    }
    for (auto value = database.valuestream_begin(to); value != database.valuestream_end(to);
         ++value)
        days->last = std::max(days->last, decoded_day(*value));
    return days;
}

void count_held(Statistics& statistics, const Xapian::Database& database) {
    for (const HeldArticle& held : all_held(database)) {
        if (held.kind == archive::NoticeKind::kill) ++statistics.killed;
        if (held.kind == archive::NoticeKind::withhold) ++statistics.withheld;
        if (held.kind == archive::NoticeKind::embargo) ++statistics.embargoed;
    }
}

/// The lines come in the order of their sources.
void count_learned(Statistics& statistics, const Xapian::Database& database) {
    std::string source;
    for (const LearnedLine& line : all_learned(database)) {
        ++statistics.learned_lines;
        if (line.source == source) continue;
        ++statistics.learned_sources;
        source = line.source;
    }
}

}  // namespace

Statistics statistics_of(const fs::path& folder) {
    IndexReader reader(folder);
    Statistics statistics = reader.from_one_state([&] {
        const Xapian::Database& database = reader.database();
        const auto from = static_cast<Xapian::valueno>(Slot::published_from);
        Statistics read;
        read.articles = database.get_doccount();
        read.sequence = reader.sequence();
        read.gazetteer = reader.gazetteer();
        read.undated = read.articles - database.get_value_freq(from);
        read.published = published_days(database);
        read.languages = counts_of_values(database, Slot::lang);
        read.sources = counts_of_values(database, Slot::source);
        count_held(read, database);
        count_learned(read, database);
        return read;
    });
    const Manifest& manifest = reader.manifest();
    statistics.uuid = manifest.uuid;
    read_journal(folder, manifest.journal, [&](std::uint64_t sequence, std::string_view) {
        statistics.waiting += sequence > statistics.sequence ? 1 : 0;
    });
    statistics.journal_bytes = journal_size(folder);
    for (const std::string& name : manifest.databases)
        statistics.database_bytes += bytes_below(folder / name);
    return statistics;
}

}  // namespace nutgraf::index
