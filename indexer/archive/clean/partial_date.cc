#include "indexer/archive/clean/partial_date.h"

#include "indexer/archive/ascii.h"
#include "indexer/archive/clean/chinese_dateline.h"
#include "indexer/archive/date_words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

namespace nutgraf::archive {

namespace {

using std::chrono::sys_days;

/// What may stand between the parts of a date.
constexpr std::array<std::string_view, 8> joining_words = {"of",  "the", "on", "de",
                                                           "dem", "den", "le", "am"};

/// "3" of "3rd", "3.", "1er".
std::string_view without_ending(std::string_view word) {
    while (word.ends_with('.')) word.remove_suffix(1);
    if (word.empty() || !is_ascii_digit(word.front())) return word;
    for (const std::string_view ending : {"st", "nd", "rd", "th", "er"})
        if (word.ends_with(ending)) return word.substr(0, word.size() - ending.size());
    return word;
}

/// The parts of a date, each of which may stand in it once.
class PartialDateReader {
public:
    bool take(std::string_view word) {
        word = without_ending(word);
        if (word.empty()) return true;
        if (is_ascii_digit(word.front())) return take_number(word);
        if (const auto month = month_of_any_word(word))
            return set(month_, std::chrono::month(static_cast<unsigned>(*month)));
        if (const auto weekday = weekday_of_word(word)) return set(date_.weekday, *weekday);
        return std::ranges::find(joining_words, lower_ascii(word)) != joining_words.end();
    }

    std::optional<PartialDate> date() {
        if (month_.has_value() != day_.has_value()) return std::nullopt;
        if (month_) date_.day = *month_ / *day_;
        if (date_.day && !date_.day->ok()) return std::nullopt;
        const bool names_day = date_.day || (date_.weekday && !date_.year);
        return names_day ? std::optional(date_) : std::nullopt;
    }

private:
    template <class Part>
    static bool set(std::optional<Part>& part, Part value) {
        if (part) return false;
        part = value;
        return true;
    }

    bool take_number(std::string_view digits) {
        constexpr std::size_t year_digits = 4;
        unsigned value = 0;
        const char* const end = digits.data() + digits.size();
        const auto [stop, error] = std::from_chars(digits.data(), end, value);
        if (error != std::errc{} || stop != end) return false;
        if (digits.size() == year_digits)
            return set(date_.year, std::chrono::year(static_cast<int>(value)));
        return digits.size() < 3 && set(day_, std::chrono::day(value));
    }

    std::optional<std::chrono::month> month_;
    std::optional<std::chrono::day> day_;
    PartialDate date_;
};

}  // namespace

std::optional<PartialDate> partial_date(std::string_view text) {
    constexpr std::size_t longest = 60;
    if (text.size() > longest) return std::nullopt;
    if (const auto chinese = chinese_date(text)) return chinese;
    PartialDateReader reader;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(" ,()"), text.size());
        if (!reader.take(text.substr(0, end))) return std::nullopt;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return reader.date();
}

bool may_be(const PartialDate& date, sys_days day) {
    const std::chrono::year_month_day civil(day);
    if (date.year && civil.year() != *date.year) return false;
    if (date.day && civil.month() / civil.day() != *date.day) return false;
    return !date.weekday || std::chrono::weekday(day) == *date.weekday;
}

std::optional<sys_days> only_day(const PartialDate& date, const DaySpan& span) {
    std::optional<sys_days> found;
    for (sys_days day = span.first; day <= span.last; day += std::chrono::days(1)) {
        if (!may_be(date, day)) continue;
        if (found) return std::nullopt;
        found = day;
    }
    return found;
}

}  // namespace nutgraf::archive
