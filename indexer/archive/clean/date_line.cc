#include "indexer/archive/clean/date_line.h"

#include "indexer/archive/article_date.h"
#include "indexer/archive/ascii.h"
#include "indexer/archive/clean/partial_date.h"
#include "indexer/archive/date_words.h"

#include <algorithm>
#include <array>

namespace nutgraf::archive {

namespace {

/// What may stand on such a line beside months, days of the week and zones.
constexpr std::array<std::string_view, 17> allowed_words = {
    "published", "posted", "date", "on", "at", "first", "am", "pm", "a",
    "p",         "m",      "h",    "t",  "st", "nd",    "rd", "th"};

bool is_allowed(std::string_view word) {
    const std::string small = lower_ascii(word);
    return std::ranges::find(allowed_words, small) != allowed_words.end() || month_of_word(word) ||
           weekday_of_word(word) || zone_of_word(word);
}

/// Whether a line has nothing but numbers, signs and the words of dates.
bool has_words_of_dates_only(std::string_view line) {
    for (std::size_t at = 0; at < line.size();) {
        if (static_cast<unsigned char>(line[at]) >= 0x80) return false;
        if (!is_ascii_letter(line[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < line.size() && is_ascii_letter(line[end])) ++end;
        if (!is_allowed(line.substr(at, end - at))) return false;
        at = end;
    }
    return true;
}

}  // namespace

std::optional<std::string> whole_date(std::string_view date) {
    auto iso = iso_8601_of(date);
    constexpr std::size_t day_bytes = 10;
    if (iso && iso->size() >= day_bytes) return iso;
    const auto other = partial_date(date);  // In another language.
    if (!other || !other->year || !other->day) return std::nullopt;
    const std::chrono::year_month_day day{*other->year, other->day->month(), other->day->day()};
    return day.ok() ? std::optional(iso_date(day)) : std::nullopt;
}

std::optional<std::string> date_in_line(std::string_view line) {
    constexpr std::size_t longest = 60;
    // A number alone may count anything.
    if (line.size() > longest || std::ranges::all_of(line, is_ascii_digit)) return std::nullopt;
    if (!has_words_of_dates_only(line)) return std::nullopt;
    return whole_date(line);
}

}  // namespace nutgraf::archive
