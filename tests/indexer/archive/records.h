#pragma once

#include "indexer/archive/archive_reader.h"

#include <fmt/format.h>

#include <string>
#include <vector>

namespace nutgraf::tests {

/// "3: {…}", the article as JSON, with " (warning)" for each; or "3: refused: reason".
inline std::string printed(const archive::Record& record) {
    if (const auto* error = std::get_if<archive::RecordError>(&record.outcome))
        return fmt::format("{}: refused: {}", record.line, error->message);
    const auto& article = std::get<archive::Article>(record.outcome);
    std::string text = fmt::format("{}: {}", record.line, to_text(archive::to_json(article)));
    for (const std::string& warning : record.warnings) text += " (" + warning + ")";
    return text;
}

inline std::vector<std::string> printed_records(archive::ArchiveReader& reader) {
    std::vector<std::string> records;
    while (const auto record = reader.next()) records.push_back(printed(*record));
    return records;
}

}  // namespace nutgraf::tests
