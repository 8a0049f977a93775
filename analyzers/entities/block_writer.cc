#include "analyzers/entities/block_writer.h"

#include "analyzers/entities/lines.h"
#include "base/utf8.h"

#include <fmt/format.h>

namespace nutgraf::entities {

namespace {

/// No-break and other typographic spaces, which separate words like any.
bool is_space(char32_t c) {
    return c == U' ' || c == U'\t' || c == U'\u00A0' || (c >= U'\u2000' && c <= U'\u200A') ||
           c == U'\u202F' || c == U'\u3000' || c == U'\u2028' || c == U'\u2029';
}

bool is_hidden(char32_t c) {
    return is_control(c) || c == U'\u200B' || c == U'\uFEFF' || c == U'\u00AD';
}

}  // namespace

std::string to_text(const Fact& fact) {
    std::string key = fact.key;
    if (!fact.argument.empty()) key += " " + fact.argument;
    if (!fact.language.empty()) key += "[" + fact.language + "]";
    return fmt::format("{}: {}", key, fmt::join(fact.values, " | "));
}

std::string to_text(const Block& block) {
    std::string text = fmt::format("@{} {}\n", block.kind, block.id);
    for (const Fact& fact : block.facts) text += to_text(fact) + "\n";
    return text;
}

std::optional<std::string> written_value(std::string_view text) {
    const std::string line = normalised_line(text);
    std::string value;
    bool is_between_words = false;
    for (std::size_t at = 0; at < line.size();) {
        const CodePoint c = code_point_at(line, at);
        if (is_space(c.value)) {
            is_between_words = !value.empty();
        } else if (!is_hidden(c.value)) {
            if (is_between_words) value += ' ';
            is_between_words = false;
            value.append(line, at, c.size);
        }
        at += c.size;
    }
    const bool would_be_cut = value.find('|') != std::string::npos || value.starts_with('#') ||
                              value.find(" #") != std::string::npos;
    if (value.empty() || would_be_cut) return std::nullopt;
    // What was taken out may have kept two characters apart that NFC joins.
    return normalised_line(value);
}

}  // namespace nutgraf::entities
