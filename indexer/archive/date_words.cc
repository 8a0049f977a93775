#include "indexer/archive/date_words.h"

#include "indexer/archive/ascii.h"

#include <algorithm>
#include <array>
#include <string>

namespace nutgraf::archive {

namespace {

constexpr std::array<std::string_view, 12> months = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

struct Zone {
    std::string_view letters;
    int hours;
};

// RFC 822 has the American ones; the others are what European papers write.
constexpr std::array zones = {
    Zone{"ut", 0},    Zone{"utc", 0},   Zone{"gmt", 0},   Zone{"z", 0},    Zone{"wet", 0},
    Zone{"est", -5},  Zone{"edt", -4},  Zone{"cst", -6},  Zone{"cdt", -5}, Zone{"mst", -7},
    Zone{"mdt", -6},  Zone{"pst", -8},  Zone{"pdt", -7},  Zone{"bst", 1},  Zone{"cet", 1},
    Zone{"cest", 2},  Zone{"met", 1},   Zone{"mest", 2},  Zone{"eet", 2},  Zone{"eest", 3},
    Zone{"msk", 3},   Zone{"jst", 9},   Zone{"hkt", 8},   Zone{"sgt", 8},  Zone{"aest", 10},
    Zone{"aedt", 11}, Zone{"nzst", 12}, Zone{"nzdt", 13},
};

}  // namespace

std::optional<int> month_of_word(std::string_view word) {
    constexpr std::size_t shortest = 3;
    const std::string lower = lower_ascii(word);
    if (lower.size() < shortest) return std::nullopt;
    if (lower == "sept") return 9;
    const auto* row = std::ranges::find_if(
        months, [&](std::string_view month) { return month.starts_with(lower); });
    if (row == months.end()) return std::nullopt;
    return static_cast<int>(row - months.begin()) + 1;
}

std::optional<int> zone_of_word(std::string_view word) {
    constexpr int minutes_of_hour = 60;
    const auto* row = std::ranges::find(zones, lower_ascii(word), &Zone::letters);
    if (row == zones.end()) return std::nullopt;
    return row->hours * minutes_of_hour;
}

}  // namespace nutgraf::archive
