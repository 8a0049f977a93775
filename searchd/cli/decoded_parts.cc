#include "searchd/cli/decoded_parts.h"

#include "base/date.h"
#include "base/utf8.h"
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

std::vector<query::Expansion> expansions_from(const Json& list) {
    std::vector<query::Expansion> expansions;
    for (const Json& expansion : list)
        expansions.push_back({expansion.at("from").get<std::string>(),
                              expansion.at("to").get<std::vector<std::string>>(),
                              text_in(expansion, "name")});
    return expansions;
}

}  // namespace nutgraf::cli
