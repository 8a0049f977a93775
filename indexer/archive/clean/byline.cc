#include "indexer/archive/clean/byline.h"

#include "analyzers/text/word_class.h"
#include "base/utf8.h"
#include "indexer/archive/ascii.h"
#include "indexer/archive/clean/agencies.h"

#include <algorithm>
#include <array>

namespace nutgraf::archive {

namespace {

using analyzers::WordClass;

constexpr std::size_t max_byline_bytes = 120;

constexpr std::array<std::string_view, 8> writers = {"By ",  "BY ",  "by ", "Von ",
                                                     "Par ", "Por ", "Di ", "Автор: "};

constexpr std::array<std::string_view, 12> between_names = {
    ", ", "; ", " and ", " AND ", " & ", " | ", " und ", " et ", " y ", " e ", " for ", " in "};

constexpr std::array<std::string_view, 16> particles = {"de", "da",  "do",  "di",  "du",  "la",
                                                        "le", "van", "von", "der", "den", "ter",
                                                        "al", "el",  "bin", "dos"};

/// Words of what somebody is, and of where they write, which no name has.
constexpr std::array<std::string_view, 22> jobs = {
    "editor",  "correspondent", "reporter",  "writer",   "staff",      "bureau",
    "chief",   "news",          "agency",    "press",    "media",      "columnist",
    "analyst", "contributor",   "political", "business", "diplomatic", "foreign",
    "senior",  "special",       "team",      "desk"};

bool is_one_of(std::string_view word, const auto& words) {
    return std::ranges::find(words, word) != words.end();
}

bool begins_with_capital(std::string_view word) {
    return !word.empty() && analyzers::word_class(code_point_at(word, 0).value) == WordClass::upper;
}

/// Whether a word has only what names are spelt with.
bool is_spelt_like_name(std::string_view word) {
    for (std::size_t at = 0; at < word.size();) {
        const CodePoint letter = code_point_at(word, at);
        const WordClass c = analyzers::word_class(letter.value);
        const bool is_inside = letter.value == '.' || letter.value == '-' ||
                               c == WordClass::apostrophe || c == WordClass::extend;
        if (!analyzers::is_letter(c) && !is_inside) return false;
        at += letter.size;
    }
    return true;
}

std::vector<std::string_view> words_of_name(std::string_view name) {
    std::vector<std::string_view> words;
    while (!name.empty()) {
        const std::size_t end = std::min(name.find(' '), name.size());
        if (end > 0) words.push_back(name.substr(0, end));
        name.remove_prefix(std::min(end + 1, name.size()));
    }
    return words;
}

/// "Jane Doe", "J. R. van der Berg": two to five words, with capitals but for particles.
bool is_name_of_person(std::string_view name) {
    constexpr std::size_t most_words = 5;
    const auto words = words_of_name(name);
    if (words.size() < 2 || words.size() > most_words) return false;
    constexpr std::array<std::string_view, 6> no_names = {"the", "a", "an", "our", "your", "his"};
    if (is_one_of(lower_ascii(words.front()), no_names)) return false;
    if (!begins_with_capital(words.front()) || !begins_with_capital(words.back())) return false;
    return std::ranges::all_of(words, [](std::string_view word) {
        if (is_one_of(lower_ascii(word), jobs)) return false;
        return is_spelt_like_name(word) &&
               (begins_with_capital(word) || is_one_of(word, particles));
    });
}

/// "Political Editor", "BBC News", "Beijing": up to five words with capitals.
bool is_description(std::string_view part) {
    constexpr std::size_t most_words = 5;
    const auto words = words_of_name(part);
    return !words.empty() && words.size() <= most_words &&
           std::ranges::all_of(words, [](std::string_view word) {
               return is_spelt_like_name(word) &&
                      (begins_with_capital(word) || is_one_of(lower_ascii(word), jobs));
           });
}

/// "Reuters Staff" is Reuters.
std::string_view without_staff(std::string_view agency) {
    constexpr std::string_view staff = " Staff";
    if (agency.ends_with(staff)) agency.remove_suffix(staff.size());
    return agency;
}

std::vector<std::string_view> parts_of_byline(std::string_view line) {
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < line.size();) {
        const auto* mark = std::ranges::find_if(between_names, [&](std::string_view candidate) {
            return line.substr(at).starts_with(candidate);
        });
        if (mark == between_names.end()) {
            ++at;
            continue;
        }
        parts.push_back(trimmed(line.substr(begin, at - begin)));
        at += mark->size();
        begin = at;
    }
    parts.push_back(trimmed(line.substr(begin)));
    return parts;
}

}  // namespace

Byline byline_of(std::string_view line) {
    Byline byline;
    if (line.size() > max_byline_bytes) return byline;
    if (is_agency(line)) {
        byline.wire = line;
        return byline;
    }
    const auto* begin = std::ranges::find_if(
        writers, [&](std::string_view word) { return line.starts_with(word); });
    if (begin == writers.end()) return byline;
    bool is_described = false;  // What follows a description describes, too.
    for (const std::string_view part : parts_of_byline(line.substr(begin->size()))) {
        if (is_agency(part)) {
            if (byline.wire.empty()) byline.wire = without_staff(part);
        } else if (!is_described && is_name_of_person(part)) {
            byline.names.emplace_back(part);
        } else if (!byline.empty() && is_description(part)) {
            is_described = true;
        } else {
            return {};
        }
    }
    return byline;
}

}  // namespace nutgraf::archive
