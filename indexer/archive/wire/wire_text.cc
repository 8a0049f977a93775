#include "indexer/archive/wire/wire_text.h"

#include "base/date.h"
#include "indexer/archive/ascii.h"
#include "indexer/archive/charset.h"
#include "indexer/archive/wire/control_characters.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>

namespace nutgraf::archive {

namespace {

struct DeclaredSet {
    std::string_view sequence;  ///< Behind the escape.
    std::string_view charset;
};

/// Designations of ISO 2022 for the right half of a set of eight bits, by the ISO-IR register.
constexpr std::array declared_sets = {
    DeclaredSet{"%G", "UTF-8"},      DeclaredSet{"-A", "ISO-8859-1"},
    DeclaredSet{"-B", "ISO-8859-2"}, DeclaredSet{"-C", "ISO-8859-3"},
    DeclaredSet{"-D", "ISO-8859-4"}, DeclaredSet{"-L", "ISO-8859-5"},
    DeclaredSet{"-G", "ISO-8859-6"}, DeclaredSet{"-F", "ISO-8859-7"},
    DeclaredSet{"-H", "ISO-8859-8"}, DeclaredSet{"-M", "ISO-8859-9"}};

/// The same for sets of seven bits, in which some countries have letters in the place of brackets
/// (ISO 646).
constexpr std::array national_sets = {
    DeclaredSet{"(K", "ISO646-DE"},  DeclaredSet{"(G", "ISO646-SE"},
    DeclaredSet{"(H", "ISO646-SE2"}, DeclaredSet{"(R", "ISO646-FR1"},
    DeclaredSet{"(f", "ISO646-FR"},  DeclaredSet{"(Y", "ISO646-IT"},
    DeclaredSet{"(Z", "ISO646-ES"},  DeclaredSet{"(h", "ISO646-ES2"},
    DeclaredSet{"(L", "ISO646-PT"},  DeclaredSet{"(g", "ISO646-PT2"},
    DeclaredSet{"(`", "ISO646-NO"},  DeclaredSet{"(a", "ISO646-NO2"},
    DeclaredSet{"(i", "ISO646-HU"},  DeclaredSet{"(A", "ISO646-GB"}};

/// The first of some sets that is declared; empty where none is.
std::string_view declared_among(std::span<const DeclaredSet> sets, std::string_view bytes) {
    for (auto at = bytes.find(control::escape); at != std::string_view::npos;
         at = bytes.find(control::escape, at + 1))
        for (const DeclaredSet& set : sets)
            if (bytes.substr(at + 1).starts_with(set.sequence)) return set.charset;
    return {};
}

std::string_view declared_set(std::string_view bytes) {
    const std::string_view eight_bits = declared_among(declared_sets, bytes);
    return eight_bits.empty() ? declared_among(national_sets, bytes) : eight_bits;
}

/// Behind an escape sequence that begins at a place: intermediate bytes, then a final one.
std::size_t end_of_sequence(std::string_view text, std::size_t at) {
    do ++at;
    while (at < text.size() && text[at] >= ' ' && text[at] <= '/');
    return std::min(text.size(), at + 1);
}

/// Whether a control says something to a reader of headers.
bool is_kept_in_headers(char c) {
    return c == control::unit_separator ||
           (c >= control::device_control_one && c <= control::device_control_four);
}

enum class Part { header, text };

/// Without what was meant for the line and the typesetter.
std::string without_controls(std::string_view text, Part part) {
    std::string clean;
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (c == control::escape) {
            at = end_of_sequence(text, at);
            continue;
        }
        ++at;
        const bool is_control = (c >= 0 && c < ' ') || c == control::delete_character;
        const bool is_kept = !is_control || c == '\n' || c == '\r' || c == '\t' ||
                             (part == Part::header && is_kept_in_headers(c));
        if (c == control::backspace || c == control::data_link_escape) {
            clean.push_back(' ');
        } else if (is_kept) {
            clean.push_back(c);
        }
    }
    return clean;
}

std::vector<std::string> lines_in(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = text.find_first_of("\r\n");
        lines.emplace_back(text.substr(0, end));
        if (end == std::string_view::npos) break;
        // Teleprinters return twice before they feed the line.
        std::size_t behind = end;
        while (behind < text.size() && text[behind] == '\r') ++behind;
        if (behind < text.size() && text[behind] == '\n') ++behind;
        text.remove_prefix(behind);
    }
    return lines;
}

struct StatusWord {
    std::string_view word;
    std::string_view status;
};

/// English, German and French, as agencies write them.
constexpr std::array status_words = {
    StatusWord{"kill", "canceled"},          StatusWord{"annulation", "canceled"},
    StatusWord{"withhold", "withheld"},      StatusWord{"withheld", "withheld"},
    StatusWord{"embargo", "embargoed"},      StatusWord{"embargoed", "embargoed"},
    StatusWord{"sperrfrist", "embargoed"},   StatusWord{"correction", "corrected"},
    StatusWord{"corrective", "corrected"},   StatusWord{"korrektur", "corrected"},
    StatusWord{"berichtigung", "corrected"}, StatusWord{"rectificatif", "corrected"},
};

std::vector<std::string> letters_in(std::string_view label) {
    std::string letters = lower_ascii(label);
    std::ranges::replace_if(
        letters, [](char c) { return c >= 0 && !is_ascii_letter(c); }, ' ');
    return wire_words(letters);
}

std::size_t indent_of(std::string_view line) {
    return std::min(line.find_first_not_of(" \t"), line.size());
}

}  // namespace

WireLines wire_lines(const Transmission& transmission) {
    const std::string all = transmission.header + "\n" + transmission.text;
    const std::string charset = charset_of(all, declared_set(all));
    const auto decoded = [&](std::string_view bytes, Part part) {
        return without_controls(utf8_of(bytes, charset), part);
    };
    return {lines_in(decoded(transmission.header, Part::header)),
            lines_in(decoded(transmission.text, Part::text)),
            on_one_line(decoded(transmission.trailer, Part::text))};
}

std::string wire_paragraphs(const std::vector<std::string>& lines) {
    constexpr std::size_t wrapped_line = 45;  // Wires are broken at 60 to 80 columns.
    constexpr std::size_t indentation = 2;
    std::string text;
    std::size_t last_indent = 0;
    std::size_t last_size = 0;
    bool is_new = false;
    for (const std::string& line : lines) {
        const std::string_view words = trimmed(line);
        if (words.empty()) {
            is_new = true;
            continue;
        }
        const std::size_t indent = indent_of(line);
        const bool begins_indented = indent >= indentation && last_indent < indentation;
        if (!text.empty()) {
            if (is_new || line.starts_with('\t') || begins_indented) {
                text += "\n\n";
            } else {
                text += last_size >= wrapped_line ? ' ' : '\n';
            }
        }
        text += words;
        last_indent = indent;
        last_size = line.size();
        is_new = false;
    }
    return text;
}

std::vector<std::string> wire_words(std::string_view line) {
    std::vector<std::string> words;
    std::string_view rest = trimmed(line);
    while (!rest.empty()) {
        const auto end = std::min(rest.find_first_of(" \t"), rest.size());
        words.emplace_back(rest.substr(0, end));
        rest = trimmed(rest.substr(end));
    }
    return words;
}

std::string wire_status(const std::vector<std::string>& labels) {
    for (const StatusWord& row : status_words)
        for (const std::string& label : labels) {
            const auto words = letters_in(label);
            if (std::ranges::find(words, row.word) != words.end()) return std::string(row.status);
        }
    return {};
}

void set_id_of_day(Json& fields, const std::string& name) {
    const std::string published = fields.value("published", std::string());
    const auto days = parse_day_span(published);
    if (days && days->first == days->last)
        fields["id"] = fmt::format("{}-{}", name, iso_date(days->first));
}

std::vector<std::string> labels_among_keywords(std::string_view keywords) {
    std::vector<std::string> labels;
    while (!keywords.empty()) {
        const auto end = std::min(keywords.find_first_of("-/,"), keywords.size());
        const auto words = wire_words(keywords.substr(0, end));
        if (words.size() == 1) labels.push_back(words.front());
        keywords.remove_prefix(std::min(keywords.size(), end + 1));
    }
    return labels;
}

}  // namespace nutgraf::archive
