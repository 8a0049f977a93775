#pragma once

#include "searchd/query/parser.h"
#include "searchd/query/print.h"

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::tests {

/// The day that relative dates of these tests count from.
inline std::chrono::sys_days test_day() {
    using namespace std::chrono;
    return 2019y / May / 10;
}

/// A query as it was read, printed; where it was refused, the sentence in angle brackets.
inline std::string reading(std::string_view text, query::ParseOptions options = {}) {
    options.today = test_day();
    const auto parsed = query::parse_query(text, options);
    return parsed ? query::to_text(parsed->query) : "<" + parsed.error().message + ">";
}

/// The notes on a query, a line each: "error at 4: sentence [suggestion]".
inline std::string notes_on(std::string_view text) {
    const auto parsed = query::parse_query(text, {.today = test_day()});
    if (!parsed) return "<" + parsed.error().message + ">";
    const char* const severities[] = {"info", "warning", "error"};
    std::string lines;
    for (const query::Note& note : parsed->notes) {
        if (!lines.empty()) lines += "\n";
        lines += severities[static_cast<int>(note.severity)];
        lines += " at " + std::to_string(note.position) + ": " + note.message;
        if (!note.suggestion.empty()) lines += " [" + note.suggestion + "]";
    }
    return lines;
}

/// A text so many times over.
inline std::string repeated(std::string_view piece, std::size_t times) {
    std::string text;
    text.reserve(piece.size() * times);
    for (std::size_t i = 0; i < times; ++i) text += piece;
    return text;
}

}  // namespace nutgraf::tests
