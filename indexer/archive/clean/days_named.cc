#include "indexer/archive/clean/days_named.h"

#include "indexer/archive/ascii.h"
#include "indexer/archive/date_words.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace nutgraf::archive {

namespace {

constexpr std::string_view gaps = " ,().";

bool is_word_byte(char byte) {
    return is_ascii_letter(byte) || static_cast<unsigned char>(byte) >= 0x80;
}

/// The word that ends before a place, at most three signs aside; empty where none does.
std::string_view word_before(std::string_view text, std::size_t place) {
    constexpr std::size_t most_signs = 3;
    std::size_t end = place;
    while (end > 0 && place - end < most_signs && gaps.find(text[end - 1]) != gaps.npos) --end;
    std::size_t begin = end;
    while (begin > 0 && is_word_byte(text[begin - 1])) --begin;
    return text.substr(begin, end - begin);
}

/// The word that begins at a place; empty where none does.
std::string_view word_at(std::string_view text, std::size_t place) {
    std::size_t end = place;
    while (end < text.size() && is_word_byte(text[end])) ++end;
    return text.substr(place, end - place);
}

/// The digits at a place, up to four; empty where another stands before or behind them.
std::string_view digits_at(std::string_view text, std::size_t place) {
    constexpr std::size_t most = 4;
    std::size_t end = place;
    while (end < text.size() && is_ascii_digit(text[end])) ++end;
    return end - place <= most ? text.substr(place, end - place) : std::string_view();
}

/// A month is written with a capital where it is an English word besides: "may 2", "march 3".
bool is_month(std::string_view word) {
    return month_of_any_word(word) && !(month_of_word(word) && word.front() >= 'a');
}

/// Reads the days around one number of a text.
class DaysReader {
public:
    DaysReader(std::string_view text, std::size_t number) : text_(text), begin_(number) {}

    std::optional<DaysNamed> days() {
        first_ = digits_at(text_, begin_);
        constexpr std::size_t most_digits = 2;
        if (first_.empty() || first_.size() > most_digits) return std::nullopt;
        at_ = begin_ + first_.size();
        read_last();
        std::size_t before = begin_;
        month_ = word_before(text_, begin_);
        if (is_month(month_)) {
            before = static_cast<std::size_t>(month_.data() - text_.data());
        } else if (!read_month()) {
            return std::nullopt;
        }
        read_year();
        const std::string_view weekday = word_before(text_, before);
        return days_of(weekday_of_word(weekday) ? weekday : "");
    }

    /// Behind what was read.
    std::size_t end() const { return at_; }

private:
    bool accept(std::string_view words) {
        if (!text_.substr(at_).starts_with(words)) return false;
        at_ += words.size();
        return true;
    }

    void read_last() {
        const std::size_t before = at_;
        for (const std::string_view joint : {"-", "–", " - ", " – ", " and ", " to ", " und "}) {
            if (!accept(joint)) continue;
            last_ = digits_at(text_, at_);
            if (last_.size() == 1 || last_.size() == 2) {
                at_ += last_.size();
                return;
            }
            at_ = before;
        }
        last_ = first_;
    }

    /// A month behind the number: "2nd of May", "2. Mai".
    bool read_month() {
        for (const std::string_view ending : {"st", "nd", "rd", "th", "er", "."})
            if (accept(ending)) break;
        if (!accept(" ")) return false;
        for (const std::string_view joint : {"of ", "de "})
            if (accept(joint)) break;
        month_ = word_at(text_, at_);
        at_ += month_.size();
        return is_month(month_);
    }

    void read_year() {
        constexpr std::size_t year_digits = 4;
        for (const std::string_view joint : {", ", " ", " de "}) {
            if (!text_.substr(at_).starts_with(joint)) continue;
            const std::string_view digits = digits_at(text_, at_ + joint.size());
            if (digits.size() != year_digits) continue;
            year_ = digits;
            at_ += joint.size() + year_digits;
            return;
        }
    }

    /// Empty for days that no calendar has.
    std::optional<DaysNamed> days_of(std::string_view weekday) const {
        const auto date_of = [&](std::string_view day) {
            std::string words(weekday);
            words.append(" ").append(day).append(" ").append(month_).append(" ").append(year_);
            return partial_date(words);
        };
        const auto first = date_of(first_);
        const auto last = date_of(last_);
        if (!first || !last || !first->day || !last->day || *last->day < *first->day)
            return std::nullopt;
        return DaysNamed{*first, *last->day};
    }

    std::string_view text_;
    std::size_t begin_;
    std::size_t at_ = 0;
    std::string_view first_;
    std::string_view last_;
    std::string_view month_;
    std::string_view year_;
};

bool has_word(std::string_view text, std::string_view word) {
    for (std::size_t at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
        const bool runs_on = at > 0 && is_word_byte(text[at - 1]);
        if (!runs_on && word_at(text, at) == word) return true;
    }
    return false;
}

/// Whether a number is part of another, "3.2", or of a word.
bool is_part(std::string_view text, std::size_t number) {
    if (number == 0) return false;
    const char before = text[number - 1];
    const bool is_joined = std::string_view(".,-/:").find(before) != std::string_view::npos;
    return is_word_byte(before) || (is_joined && number > 1 && is_ascii_digit(text[number - 2]));
}

/// Whether a sentence says before a place that something is yet to be.
bool says_will(std::string_view text, std::size_t place) {
    constexpr std::size_t longest = 400;
    std::string_view before = text.substr(0, place);
    before.remove_prefix(before.size() - std::min(before.size(), longest));
    for (const std::string_view end : {"\n", ". ", "? ", "! "})
        if (const std::size_t at = before.rfind(end); at != std::string_view::npos)
            before.remove_prefix(at + end.size());
    constexpr std::array<std::string_view, 3> words = {"will", "wird", "werden"};
    return std::ranges::any_of(words,
                               [&](std::string_view word) { return has_word(before, word); });
}

}  // namespace

std::vector<DaysNamed> days_named(std::string_view text) {
    std::vector<DaysNamed> found;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_ascii_digit(text[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < text.size() && is_ascii_digit(text[end])) ++end;
        DaysReader reader(text, at);
        auto days = is_part(text, at) ? std::nullopt : reader.days();
        if (days) {
            days->are_to_come = says_will(text, at);
            found.push_back(*days);
            end = reader.end();
        }
        at = end;
    }
    return found;
}

std::optional<std::chrono::weekday> weekday_named(std::string_view text) {
    for (const std::string_view cue : {"on ", "am "}) {
        for (std::size_t at = text.find(cue); at != text.npos; at = text.find(cue, at + 1)) {
            const bool is_within = at > 0 && is_word_byte(text[at - 1]);
            const std::size_t begin = at + cue.size();
            const std::string_view word = word_at(text, begin);
            const bool is_capital = !word.empty() && word.front() < 'a';
            const auto weekday = weekday_of_word(word);
            if (is_within || !is_capital || !weekday || says_will(text, at)) continue;
            std::size_t next = begin + word.size();
            while (next < text.size() && gaps.find(text[next]) != gaps.npos) ++next;
            const bool has_date =
                next < text.size() && (is_ascii_digit(text[next]) || is_month(word_at(text, next)));
            if (!has_date) return weekday;
        }
    }
    return std::nullopt;
}

std::optional<std::chrono::days> days_ago(std::string_view text) {
    struct Distance {
        std::string_view words;
        int days;
    };
    // The nearest first.
    constexpr std::array distances = {
        Distance{"yesterday", 1},        Distance{"gestern", 1},
        Distance{"last week", 7},        Distance{"letzte Woche", 7},
        Distance{"vergangene Woche", 7}, Distance{"last month", 30},
        Distance{"letzten Monat", 30},   Distance{"vergangenen Monat", 30},
    };
    for (const Distance& row : distances)
        for (std::size_t at = text.find(row.words); at != text.npos;
             at = text.find(row.words, at + 1)) {
            const std::size_t end = at + row.words.size();
            const bool runs_on = (at > 0 && is_word_byte(text[at - 1])) ||
                                 (end < text.size() && is_word_byte(text[end]));
            if (!runs_on) return std::chrono::days(row.days);
        }
    return std::nullopt;
}

}  // namespace nutgraf::archive
