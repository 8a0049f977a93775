#include "indexer/archive/notice_time.h"

#include "base/date.h"
#include "indexer/archive/article_date.h"
#include "indexer/archive/ascii.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace nutgraf::archive {

namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using std::chrono::sys_seconds;

/// Takes two digits off the front of a text; empty, and nothing is taken, where there are none.
std::optional<int> taken_pair(std::string_view& text) {
    if (text.size() < 2 || !is_ascii_digit(text[0]) || !is_ascii_digit(text[1]))
        return std::nullopt;
    constexpr int ten = 10;
    const int number = (text[0] - '0') * ten + (text[1] - '0');
    text.remove_prefix(2);
    return number;
}

void skip_characters(std::string_view& text, std::string_view any_of) {
    text.remove_prefix(std::min(text.find_first_not_of(any_of), text.size()));
}

/// The time of day, and the zone, that stand behind the day in ISO 8601; zero where none do.
minutes zone_behind(std::string_view text) {
    if (text.empty() || (text.front() != '+' && text.front() != '-')) return minutes(0);
    const bool is_west = text.front() == '-';
    text.remove_prefix(1);
    const int zone_hours = taken_pair(text).value_or(0);
    skip_characters(text, ":");
    const minutes east = hours(zone_hours) + minutes(taken_pair(text).value_or(0));
    return is_west ? -east : east;
}

seconds time_behind_day(std::string_view text) {
    skip_characters(text, "Tt ");
    seconds time = hours(taken_pair(text).value_or(0));
    skip_characters(text, ":");
    time += minutes(taken_pair(text).value_or(0));
    if (text.starts_with(':')) {
        text.remove_prefix(1);
        time += seconds(taken_pair(text).value_or(0));
    }
    if (text.starts_with('.') || text.starts_with(',')) {
        text.remove_prefix(1);
        skip_characters(text, "0123456789");
    }
    skip_characters(text, " ");
    return time - zone_behind(text);
}

/// Hours of the zones that wires name, east of UTC.
constexpr std::array<std::pair<std::string_view, int>, 12> wire_zones = {{{"GMT", 0},
                                                                          {"UTC", 0},
                                                                          {"Z", 0},
                                                                          {"BST", 1},
                                                                          {"CET", 1},
                                                                          {"CEST", 2},
                                                                          {"EST", -5},
                                                                          {"EDT", -4},
                                                                          {"CST", -6},
                                                                          {"CDT", -5},
                                                                          {"PST", -8},
                                                                          {"PDT", -7}}};

std::string in_capitals(std::string_view text) {
    std::string upper(text);
    for (char& c : upper)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return upper;
}

/// The words of a text in capitals, without the punctuation around them.
std::vector<std::string> capital_words(std::string_view text) {
    std::vector<std::string> words(1);
    for (const char c : in_capitals(text)) {
        const bool ends = c == ' ' || c == ',' || c == '(' || c == ')' || c == ';';
        if (ends && !words.back().empty()) words.emplace_back();
        if (!ends) words.back() += c;
    }
    for (std::string& word : words)
        while (word.ends_with('.')) word.pop_back();
    std::erase(words, "");
    return words;
}

bool is_digits_alone(std::string_view word) {
    return !word.empty() && std::ranges::all_of(word, is_ascii_digit);
}

/// Minutes since midnight of "0600", "06:00", "6AM" or "6:30PM"; empty for anything else.
std::optional<int> time_of_day(std::string_view word) {
    constexpr int half_a_day = 12;
    const bool is_morning = word.ends_with("AM");
    const bool is_afternoon = word.ends_with("PM");
    if (is_morning || is_afternoon) word.remove_suffix(2);
    std::string digits(word);
    std::erase_if(digits, [](char c) { return c == ':' || c == '.'; });
    if (!is_digits_alone(digits) || digits.size() > 4) return std::nullopt;
    const bool has_minutes = digits.size() > 2;
    if (!has_minutes && !is_morning && !is_afternoon) return std::nullopt;
    const int value = std::stoi(digits);
    int hour = has_minutes ? value / 100 : value;
    const int minute = has_minutes ? value % 100 : 0;
    if (is_afternoon || is_morning) hour = hour % half_a_day + (is_afternoon ? half_a_day : 0);
    if (hour > 24 || minute > 59) return std::nullopt;
    return hour * 60 + minute;
}

/// What the words of a wire's embargo say.
struct WireTime {
    std::vector<std::string> day;  // Its words.
    std::optional<int> time;
    int zone = 0;
};

WireTime read_words(const std::vector<std::string>& words) {
    WireTime read;
    constexpr std::array<std::string_view, 11> passed_over = {
        "ON",      "AT",        "THE",      "HOURS",  "HRS",     "MONDAY",
        "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY"};
    for (std::size_t i = 0; i < words.size(); ++i) {
        std::string word = words[i];
        if (word == "SUNDAY" || std::ranges::find(passed_over, word) != passed_over.end()) continue;
        const bool has_half =
            i + 1 < words.size() && (words[i + 1] == "AM" || words[i + 1] == "PM");
        if (has_half) word += words[++i];
        const auto* zone =
            std::ranges::find(wire_zones, word, [](const auto& row) { return row.first; });
        if (zone != wire_zones.end()) {
            read.zone = zone->second;
            continue;
        }
        // Of two numbers of four digits the first is the time, the other the year.
        const auto time = read.time ? std::nullopt : time_of_day(word);
        if (time) {
            read.time = time;
        } else {
            read.day.push_back(word);
        }
    }
    return read;
}

}  // namespace

std::optional<sys_seconds> instant_of(std::string_view text) {
    text = trimmed(text);
    if (is_digits_alone(text) && text.size() != 8) return std::nullopt;
    const auto iso = iso_8601_of(text);
    constexpr std::size_t day_size = 10;
    if (!iso || iso->size() < day_size) return std::nullopt;
    const auto day = parse_day_span(iso->substr(0, day_size));
    if (!day) return std::nullopt;
    return day->first + time_behind_day(std::string_view(*iso).substr(day_size));
}

std::optional<sys_seconds> wire_instant_of(std::string_view text) {
    constexpr std::size_t day_size = 10;
    text = trimmed(text);
    // What reads dates in any form takes the hours of "6 AM, MARCH 3" for a day.
    if (parse_day_span(text.substr(0, day_size))) return instant_of(text);
    const WireTime read = read_words(capital_words(text));
    if (read.day.size() != 3 || !read.time) return std::nullopt;
    const auto day = instant_of(fmt::format("{}", fmt::join(read.day, " ")));
    if (!day) return std::nullopt;
    return *day + minutes(*read.time) - hours(read.zone);
}

}  // namespace nutgraf::archive
