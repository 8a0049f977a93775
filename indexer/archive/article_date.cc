#include "indexer/archive/article_date.h"

#include "base/date.h"
#include "indexer/archive/ascii.h"
#include "indexer/archive/date_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <vector>

namespace nutgraf::archive {

namespace {

std::optional<int> number_of(std::string_view digits) {
    int value = 0;
    const char* end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, value);
    if (digits.empty() || !is_ascii_digit(digits[0]) || error != std::errc{} || stop != end)
        return std::nullopt;
    return value;
}

/// A run of digits, a run of letters, or one other character.
struct Piece {
    std::string_view text;
    bool is_number() const { return is_ascii_digit(text[0]); }
    bool is_word() const { return is_ascii_letter(text[0]); }
    int value() const { return number_of(text).value_or(-1); }
};

std::vector<Piece> pieces_of(std::string_view text) {
    std::vector<Piece> pieces;
    while (!text.empty()) {
        const bool is_word = is_ascii_letter(text[0]);
        const auto continues = [is_word](char c) {
            return is_word ? is_ascii_letter(c) : is_ascii_digit(c);
        };
        const auto end = std::ranges::find_if_not(text, continues);
        const auto size = std::max<std::size_t>(1, static_cast<std::size_t>(end - text.begin()));
        pieces.push_back({text.substr(0, size)});
        text.remove_prefix(size);
    }
    return pieces;
}

/// Collects what a date's pieces say, in whatever order they stand.
class DateReader {
public:
    explicit DateReader(std::vector<Piece> pieces) : pieces_(std::move(pieces)) {}

    std::optional<std::string> iso() {
        while (at_ < pieces_.size())
            if (!piece()) return std::nullopt;
        settle_numbers();
        if (!year_ || (hour_ && !day_) || (day_ && !month_)) return std::nullopt;
        std::string text = fmt::format("{:04}", *year_);
        if (month_) text += fmt::format("-{:02}", *month_);
        if (day_) text += fmt::format("-{:02}", *day_);
        if (hour_) text += time();
        return text;
    }

private:
    bool is(std::size_t offset, std::string_view text) const {
        return at_ + offset < pieces_.size() && pieces_[at_ + offset].text == text;
    }

    bool is_number(std::size_t offset) const {
        return at_ + offset < pieces_.size() && pieces_[at_ + offset].is_number();
    }

    bool piece() {
        const Piece& piece = pieces_[at_];
        if (piece.is_number()) return is(1, ":") ? read_time() : read_number();
        if (piece.is_word()) return read_word();
        if ((piece.text == "+" || piece.text == "-") && hour_ && !zone_ && is_number(1))
            return read_offset();
        ++at_;
        return true;
    }

    bool read_time() {
        if (hour_ || !is_number(2)) return false;
        hour_ = pieces_[at_].value();
        minute_ = pieces_[at_ + 2].value();
        at_ += 3;
        if (is(0, ":") && is_number(1)) {
            second_ = pieces_[at_ + 1].value();
            at_ += 2;
        }
        if ((is(0, ".") || is(0, ",")) && is_number(1)) at_ += 2;  // Fractions of a second.
        return true;
    }

    bool read_number() {
        const std::string_view digits = pieces_[at_].text;
        ++at_;
        constexpr std::size_t whole_date = 8;
        constexpr std::size_t whole_time = 6;
        if (digits.size() == whole_date && !year_) {
            year_ = number_of(digits.substr(0, 4));
            month_ = number_of(digits.substr(4, 2));
            day_ = number_of(digits.substr(6, 2));
        } else if (digits.size() == whole_time && day_ && !hour_) {
            hour_ = number_of(digits.substr(0, 2));
            minute_ = number_of(digits.substr(2, 2));
            second_ = *number_of(digits.substr(4, 2));
        } else if (digits.size() == 4 && !year_) {
            year_ = number_of(digits);
            is_year_first_ = numbers_.empty() && !month_;
        } else if (digits.size() <= 2) {
            numbers_.push_back(*number_of(digits));
        } else {
            return false;
        }
        return true;
    }

    bool read_word() {
        const std::string_view word = pieces_[at_].text;
        ++at_;
        if (const auto month = month_of_word(word); month && !month_) {
            month_ = month;
            is_month_a_word_ = true;
        } else if (hour_ && (same_but_case(word, "pm") || same_but_case(word, "am"))) {
            constexpr int half_a_day = 12;
            const bool is_afternoon = same_but_case(word, "pm");
            hour_ = *hour_ % half_a_day + (is_afternoon ? half_a_day : 0);
        } else if (const auto zone = zone_of_word(word); zone && hour_) {
            if (!zone_) zone_ = zone;
        }
        return true;  // A weekday, "at", "o'clock", the T between date and time.
    }

    bool read_offset() {
        const int sign = is(0, "-") ? -1 : 1;
        const std::string_view digits = pieces_[at_ + 1].text;
        at_ += 2;
        constexpr int minutes_of_hour = 60;
        int minutes = 0;
        if (is(0, ":") && is_number(1)) {
            minutes = pieces_[at_ + 1].value();
            at_ += 2;
        } else if (digits.size() == 4) {
            minutes = *number_of(digits.substr(2));
        }
        zone_ = sign * (*number_of(digits.substr(0, 2)) * minutes_of_hour + minutes);
        return digits.size() <= 4;
    }

    /// Which of the small numbers is the day, the month or a year of two digits.
    void settle_numbers() {
        constexpr int months_of_year = 12;
        if (is_month_a_word_) {
            take_number(day_);
        } else if (year_ && is_year_first_) {
            take_number(month_);
            take_number(day_);
        } else if (numbers_.size() >= 2) {
            const int first = numbers_[0];
            const int second = numbers_[1];
            // With full stops the day is first everywhere; with slashes only a day over 12 tells.
            const bool is_day_first = has_full_stops() || first > months_of_year || first == second;
            if (!is_day_first && second <= months_of_year) return;
            day_ = is_day_first ? first : second;
            month_ = is_day_first ? second : first;
            numbers_.erase(numbers_.begin(), numbers_.begin() + 2);
        }
        if (!year_ && !numbers_.empty()) {
            constexpr int first_of_last_century = 70;
            const int short_year = numbers_.front();
            year_ = short_year + (short_year < first_of_last_century ? 2000 : 1900);
        }
    }

    bool has_full_stops() const {
        return std::ranges::any_of(pieces_, [](const Piece& p) { return p.text == "."; });
    }

    void take_number(std::optional<int>& place) {
        if (numbers_.empty() || place) return;
        place = numbers_.front();
        numbers_.erase(numbers_.begin());
    }

    std::string time() const {
        constexpr int minutes_of_hour = 60;
        const int zone = zone_.value_or(0);
        const int away = std::abs(zone);
        return fmt::format("T{:02}:{:02}:{:02}{}{:02}:{:02}", *hour_, minute_.value_or(0), second_,
                           zone < 0 ? '-' : '+', away / minutes_of_hour, away % minutes_of_hour);
    }

    std::vector<Piece> pieces_;
    std::size_t at_ = 0;
    std::optional<int> year_;
    std::optional<int> month_;
    std::optional<int> day_;
    std::optional<int> hour_;
    std::optional<int> minute_;
    int second_ = 0;
    std::optional<int> zone_;
    std::vector<int> numbers_;
    bool is_month_a_word_ = false;
    bool is_year_first_ = false;
};

bool is_all_digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, is_ascii_digit);
}

/// Seconds or milliseconds since 1970, of a day from 2001 on.
std::optional<std::string> from_count(std::string_view digits) {
    constexpr std::size_t digits_of_seconds = 10;
    constexpr std::size_t digits_of_milliseconds = 13;
    if (!is_all_digits(digits) ||
        (digits.size() != digits_of_seconds && digits.size() != digits_of_milliseconds))
        return std::nullopt;
    long long seconds = 0;
    std::from_chars(digits.data(), digits.data() + digits_of_seconds, seconds);
    return iso_instant(std::chrono::sys_seconds(std::chrono::seconds(seconds)));
}

/// A year and the number of a day in it.
std::optional<std::string> from_day_of_year(std::string_view text) {
    constexpr std::size_t size = std::string_view("2003-335").size();
    if (text.size() != size || text[4] != '-') return std::nullopt;
    const auto year = number_of(text.substr(0, 4));
    const auto day = number_of(text.substr(5));
    constexpr int most_days = 366;
    if (!year || !day || *day < 1 || *day > most_days) return std::nullopt;
    const std::chrono::sys_days first{std::chrono::year(*year) / 1 / 1};
    return iso_date(first + std::chrono::days(*day - 1));
}

}  // namespace

std::optional<std::string> iso_8601_of(std::string_view text) {
    constexpr std::size_t longest = 100;
    text = trimmed(text);
    if (text.empty() || text.size() > longest) return std::nullopt;
    if (parse_day_span(text)) return std::string(text);
    if (auto counted = from_count(text)) return counted;
    if (auto ordinal = from_day_of_year(text)) return ordinal;
    auto iso = DateReader(pieces_of(text)).iso();
    if (!iso || !parse_day_span(*iso)) return std::nullopt;
    return iso;
}

}  // namespace nutgraf::archive
