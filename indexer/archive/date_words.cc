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

struct Month {
    std::string_view word;
    int number;
};

constexpr std::array other_months = {
    Month{"januar", 1},    Month{"janvier", 1},    Month{"enero", 1},      Month{"января", 1},
    Month{"februar", 2},   Month{"février", 2},    Month{"febrero", 2},    Month{"февраля", 2},
    Month{"märz", 3},      Month{"mars", 3},       Month{"marzo", 3},      Month{"марта", 3},
    Month{"avril", 4},     Month{"abril", 4},      Month{"апреля", 4},     Month{"mai", 5},
    Month{"mayo", 5},      Month{"мая", 5},        Month{"juni", 6},       Month{"juin", 6},
    Month{"junio", 6},     Month{"июня", 6},       Month{"juli", 7},       Month{"juillet", 7},
    Month{"julio", 7},     Month{"июля", 7},       Month{"août", 8},       Month{"agosto", 8},
    Month{"августа", 8},   Month{"septembre", 9},  Month{"septiembre", 9}, Month{"сентября", 9},
    Month{"oktober", 10},  Month{"octobre", 10},   Month{"octubre", 10},   Month{"октября", 10},
    Month{"novembre", 11}, Month{"noviembre", 11}, Month{"ноября", 11},    Month{"dezember", 12},
    Month{"décembre", 12}, Month{"diciembre", 12}, Month{"декабря", 12},
};

constexpr std::array<std::string_view, 7> weekdays = {"sunday",   "monday", "tuesday", "wednesday",
                                                      "thursday", "friday", "saturday"};

constexpr std::array<std::array<std::string_view, 7>, 4> other_weekdays = {{
    {"sonntag", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag"},
    {"dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"},
    {"domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado"},
    {"воскресенье", "понедельник", "вторник", "среда", "четверг", "пятница", "суббота"},
}};

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

std::optional<int> month_of_any_word(std::string_view word) {
    if (const auto english = month_of_word(word)) return english;
    const auto* row = std::ranges::find(other_months, lower_ascii(word), &Month::word);
    if (row == other_months.end()) return std::nullopt;
    return row->number;
}

std::optional<std::chrono::weekday> weekday_of_word(std::string_view word) {
    constexpr std::size_t shortest = 3;
    constexpr std::size_t longest_cut = 5;  // "Thurs"; "Wednes" is none.
    const std::string lower = lower_ascii(word);
    const auto number = [](std::ptrdiff_t day) {
        return std::chrono::weekday(static_cast<unsigned>(day));
    };
    const auto* english = std::ranges::find_if(weekdays, [&](std::string_view day) {
        const bool may_be_cut = lower.size() >= shortest && lower.size() <= longest_cut;
        return day == lower || (may_be_cut && day.starts_with(lower));
    });
    if (english != weekdays.end()) return number(english - weekdays.begin());
    if (lower == "sonnabend") return std::chrono::Saturday;
    for (const auto& days : other_weekdays)
        if (const auto* day = std::ranges::find(days, lower); day != days.end())
            return number(day - days.begin());
    return std::nullopt;
}

std::optional<int> zone_of_word(std::string_view word) {
    constexpr int minutes_of_hour = 60;
    const auto* row = std::ranges::find(zones, lower_ascii(word), &Zone::letters);
    if (row == zones.end()) return std::nullopt;
    return row->hours * minutes_of_hour;
}

}  // namespace nutgraf::archive
