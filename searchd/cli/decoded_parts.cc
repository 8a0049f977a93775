#include "searchd/cli/decoded_parts.h"

#include "base/date.h"
#include "base/utf8.h"
#include "indexer/archive/notice_time.h"
#include "searchd/query/print.h"

namespace nutgraf::cli {

using search::MarkedText;

std::string text_in(const Json& record, const char* name) {
    return record.value(name, std::string());
}

std::chrono::sys_days day_in(const Json& record, const char* name) {
    const auto days = parse_day_span(record.at(name).get<std::string>());
    if (!days) throw Error("The server's answer has a date that is none.");
    return days->first;
}

std::chrono::sys_seconds instant_in(const Json& record, const char* name) {
    const auto instant = archive::instant_of(record.at(name).get<std::string>());
    if (!instant) throw Error("The server's answer has a time that is none.");
    return *instant;
}

/// Marks are counted in code points; bytes are what they are printed by.
MarkedText marked_from(const Json& record) {
    MarkedText marked{record.at("text").get<std::string>(), {}};
    std::size_t bytes = 0;
    std::size_t points = 0;
    const auto byte_at = [&](std::size_t point) {
        for (; points < point && bytes < marked.text.size(); ++points)
            bytes += code_point_at(marked.text, bytes).size;
        return bytes;
    };
    for (const Json& mark : record.at("marks")) {
        const std::size_t begin = byte_at(mark.at(0).get<std::size_t>());
        marked.marks.push_back({begin, byte_at(mark.at(1).get<std::size_t>())});
    }
    return marked;
}

std::optional<archive::Published> published_from(const Json& record) {
    const auto published = record.find("published");
    if (published == record.end()) return std::nullopt;
    return archive::Published{{day_in(*published, "from"), day_in(*published, "to")},
                              text_in(*published, "basis")};
}

std::vector<index::StoredEntity> entities_from(const Json& list) {
    std::vector<index::StoredEntity> entities;
    for (const Json& entity : list)
        entities.push_back(
            {entity.at("kind").get<std::string>(), entity.at("id").get<std::string>(),
             entity.at("name").get<std::string>(), entity.at("relevance").get<std::uint8_t>()});
    return entities;
}

std::vector<query::Note> notes_from(const Json& list) {
    using query::Severity;
    constexpr std::array severities = {Severity::info, Severity::warning, Severity::error};
    std::vector<query::Note> notes;
    for (const Json& note : list)
        notes.push_back({named(severities, note.at("severity").get<std::string>()),
                         note.at("position").get<std::size_t>(),
                         note.at("message").get<std::string>(), text_in(note, "suggestion")});
    return notes;
}

namespace {

std::optional<search::DiffSide> side_from(const Json& row, const char* name) {
    const auto side = row.find(name);
    if (side == row.end()) return std::nullopt;
    return search::DiffSide{side->at("paragraph").get<std::size_t>(), marked_from(*side)};
}

}  // namespace

std::vector<search::DiffRow> diff_rows_from(const Json& list) {
    using Kind = search::DiffRow::Kind;
    constexpr std::array kinds = {Kind::same, Kind::changed, Kind::removed, Kind::added};
    std::vector<search::DiffRow> rows;
    for (const Json& row : list)
        rows.push_back({named(kinds, row.at("kind").get<std::string>()), side_from(row, "before"),
                        side_from(row, "after")});
    return rows;
}

search::VersionLine version_line_from(const Json& record) {
    search::VersionLine line;
    line.number = record.at("number").get<std::uint64_t>();
    line.title = record.at("title").get<std::string>();
    line.updated = text_in(record, "updated");
    line.published = published_from(record);
    line.seen = instant_in(record, "seen");
    line.replaced = instant_in(record, "replaced");
    return line;
}

std::vector<query::Expansion> expansions_from(const Json& list) {
    std::vector<query::Expansion> expansions;
    for (const Json& expansion : list)
        expansions.push_back({expansion.at("from").get<std::string>(),
                              expansion.at("to").get<std::vector<std::string>>(),
                              text_in(expansion, "name")});
    return expansions;
}

}  // namespace nutgraf::cli
