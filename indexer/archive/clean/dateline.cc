#include "indexer/archive/clean/dateline.h"

#include "analyzers/text/word_class.h"
#include "base/utf8.h"
#include "indexer/archive/ascii.h"
#include "indexer/archive/clean/agencies.h"
#include "indexer/archive/clean/block.h"
#include "indexer/archive/clean/chinese_dateline.h"
#include "indexer/archive/date_words.h"

#include <algorithm>
#include <array>
#include <optional>

namespace nutgraf::archive {

namespace {

using analyzers::WordClass;

constexpr std::size_t max_before_agency = 70;
constexpr std::size_t max_agency_bytes = 50;

/// A dash, or what is set in its place; empty where the text does not begin with one.
std::string_view dash_before(std::string_view text) {
    constexpr std::array<std::string_view, 8> dashes = {"–", "—", "--", "-", "_", ".-", ":", "―"};
    const auto* dash = std::ranges::find_if(
        dashes, [&](std::string_view candidate) { return text.starts_with(candidate); });
    return dash == dashes.end() ? std::string_view() : *dash;
}

bool has_digit(std::string_view text) {
    return std::ranges::any_of(text, is_ascii_digit);
}

/// How the letters of a name are written.
struct Spelling {
    std::size_t letters = 0;
    bool is_all_capitals = true;
    bool are_words_capital = true;  ///< Every word begins with one, or with a letter of no case.
    bool is_clean = true;           ///< Nothing but letters, spaces, and what stands within names.
};

Spelling spelling_of(std::string_view name) {
    constexpr std::string_view within_names = " .,'-/";
    Spelling spelling;
    bool is_first = true;
    for (std::size_t at = 0; at < name.size();) {
        const CodePoint letter = code_point_at(name, at);
        const WordClass c = analyzers::word_class(letter.value);
        if (analyzers::is_letter(c)) {
            ++spelling.letters;
            const bool is_small = c == WordClass::lower;
            if (is_small) spelling.is_all_capitals = false;
            if (is_small && is_first) spelling.are_words_capital = false;
            is_first = false;
        } else {
            is_first = letter.value == ' ' || letter.value == '-' || letter.value == '/';
            const bool is_joined = letter.value == U'’' || c == WordClass::extend;
            if (!is_joined && within_names.find(name[at]) == std::string_view::npos)
                spelling.is_clean = false;
        }
        at += letter.size;
    }
    return spelling;
}

/// Whether a name may be that of a place: up to five words, each with a capital.
bool can_be_place(std::string_view name) {
    constexpr std::ptrdiff_t most_spaces = 4;
    const Spelling spelling = spelling_of(name);
    return spelling.letters > 1 && spelling.are_words_capital && spelling.is_clean &&
           std::ranges::count(name, ' ') <= most_spaces;
}

bool is_date_word(std::string_view word) {
    while (word.ends_with('.')) word.remove_suffix(1);
    return (!word.empty() && is_ascii_digit(word.front())) || word == "de" ||
           month_of_any_word(word) || weekday_of_word(word);
}

/// "May 3", "3 May 2019", "Monday": dates and nothing else.
bool is_date(std::string_view text) {
    if (!has_digit(text) && !weekday_of_word(text)) return false;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        if (!is_date_word(text.substr(0, end))) return false;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return true;
}

/// Reads "LONDON, May 3, 2019": what is no date is the place. Empty when it can be neither.
std::optional<Dateline> place_and_date(std::string_view text) {
    Dateline line;
    bool is_last_a_date = false;
    while (!text.empty()) {
        const std::size_t comma = std::min(text.find(','), text.size());
        const std::string_view part = trimmed(text.substr(0, comma));
        text.remove_prefix(std::min(comma + 1, text.size()));
        constexpr std::size_t year_digits = 4;
        const bool is_year = is_last_a_date && part.size() == year_digits && has_digit(part);
        const bool is_part_of_date = is_year || is_date(part);
        if (!is_part_of_date && (is_last_a_date || !can_be_place(part))) return std::nullopt;
        std::string& to = is_part_of_date ? line.date : line.place;
        to.append(to.empty() ? "" : ", ").append(part);
        is_last_a_date = is_part_of_date;
    }
    return line;
}

/// An agency between two marks, and what stands before and behind it.
struct Bracketed {
    std::string_view before;
    std::string_view name;
    std::string_view after;
};

std::optional<Bracketed> bracketed(std::string_view text, char open, char close) {
    const std::size_t begin = text.substr(0, max_before_agency).find(open);
    if (begin == std::string_view::npos) return std::nullopt;
    const std::size_t end = text.substr(begin + 1, max_agency_bytes).find(close);
    if (end == std::string_view::npos) return std::nullopt;
    return Bracketed{trimmed(text.substr(0, begin)), trimmed(text.substr(begin + 1, end)),
                     text.substr(begin + end + 2)};
}

/// The agency of several, "AP/Reuters", or of "Reuters, London": each of the names must be one.
bool is_credit(std::string_view name) {
    if (is_agency(name)) return true;
    const std::size_t end = name.find_first_of("/,");
    return end != std::string_view::npos && end > 0 && is_agency(name.substr(0, end));
}

Dateline with_agency(std::string_view text) {
    for (const auto& [open, close] : {std::pair{'(', ')'}, std::pair{'/', '/'}}) {
        const auto found = bracketed(text, open, close);
        if (!found) continue;
        const bool is_known = is_credit(found->name);
        if (!is_known && (open == '/' || !is_called_a_service(found->name))) continue;
        auto line = place_and_date(found->before);
        if (!line) continue;
        const std::string_view rest = trimmed(found->after);
        const bool is_set_off =
            !dash_before(rest).empty() || (open == '/' && rest.starts_with('.'));
        const bool is_in_capitals =
            !line->place.empty() && spelling_of(line->place).is_all_capitals;
        if (!is_set_off && !(is_known && is_in_capitals)) continue;
        if (!is_known && line->place.empty()) continue;
        line->wire = found->name;
        return *line;
    }
    return {};
}

/// "PARIS — ", "MOSCOW, May 10 - ": without an agency, or with one behind the dash.
Dateline without_agency(std::string_view text) {
    const std::string_view beginning = text.substr(0, max_before_agency);
    for (std::size_t at = beginning.find(' '); at != std::string_view::npos;
         at = beginning.find(' ', at + 1)) {
        const std::string_view dash = dash_before(text.substr(at + 1));
        if (dash.empty() || !text.substr(at + 1 + dash.size()).starts_with(' ')) continue;
        auto line = place_and_date(trimmed(text.substr(0, at)));
        if (!line || line->place.empty()) return {};
        const bool is_known =
            is_dateline_city(line->place) && spelling_of(line->place).is_all_capitals;
        if (line->date.empty() && !is_known) return {};
        const std::string_view rest = trimmed(text.substr(at + 1 + dash.size()));
        const std::size_t stop = rest.substr(0, max_agency_bytes).find('.');
        if (stop != std::string_view::npos && is_agency(rest.substr(0, stop)))
            line->wire = rest.substr(0, stop);
        return *line;
    }
    return {};
}

}  // namespace

Dateline dateline_of(std::string_view paragraph) {
    Dateline line = chinese_dateline_of(paragraph);
    if (line.empty()) line = with_agency(paragraph);
    return line.empty() ? without_agency(paragraph) : line;
}

std::string_view closing_credit(std::string_view paragraph) {
    if (!paragraph.ends_with(')')) return {};
    const std::size_t open = paragraph.rfind('(');
    if (open == std::string_view::npos || paragraph.size() - open > max_agency_bytes) return {};
    // "Casey (PA)" is a senator.
    if (!ends_a_sentence(trimmed(paragraph.substr(0, open)))) return {};
    const std::string_view name = paragraph.substr(open + 1, paragraph.size() - open - 2);
    return is_credit(name) ? name : std::string_view();
}

}  // namespace nutgraf::archive
