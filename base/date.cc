#include "base/date.h"

#include <fmt/format.h>

#include <array>
#include <charconv>

namespace nutgraf {

namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr sys_days first_day{year_month_day{std::chrono::year(1000) / 1 / 1}};
constexpr sys_days last_day{year_month_day{std::chrono::year(9999) / 12 / 31}};

/// Reads numbers of a fixed count of digits and single characters off the front of a text.
class Reader {
public:
    explicit Reader(std::string_view text) : rest_(text) {}

    std::optional<int> digits(std::size_t count) {
        if (rest_.size() < count) return std::nullopt;
        unsigned value = 0;  // Unsigned, because from_chars would take "-0" for two digits.
        const char* end = rest_.data() + count;
        const auto [stop, error] = std::from_chars(rest_.data(), end, value);
        if (error != std::errc{} || stop != end) return std::nullopt;
        rest_.remove_prefix(count);
        return static_cast<int>(value);
    }

    bool accept(char expected) {
        if (rest_.empty() || rest_.front() != expected) return false;
        rest_.remove_prefix(1);
        return true;
    }

    /// Moves past a fraction of a second, if there is one; false when it has no digits.
    bool skip_fraction() {
        if (!accept('.') && !accept(',')) return true;
        if (!digits(1)) return false;
        while (digits(1)) {
        }
        return true;
    }

    bool at_end() const { return rest_.empty(); }

private:
    std::string_view rest_;
};

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view spaces = " \t\r\n";
    const auto first = text.find_first_not_of(spaces);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(spaces) - first + 1);
}

DaySpan one_day(sys_days day) {
    return {day, day};
}

/// Minutes east of UTC; "Z", "+02:00", "-0500", or nothing, which counts as UTC.
std::optional<int> zone_minutes(Reader& reader) {
    if (reader.at_end() || reader.accept('Z') || reader.accept('z')) return 0;
    int sign = 1;
    if (reader.accept('-')) {
        sign = -1;
    } else if (!reader.accept('+')) {
        return std::nullopt;
    }
    const auto hours = reader.digits(2);
    const bool has_minutes = reader.accept(':') || !reader.at_end();
    const auto minutes = has_minutes ? reader.digits(2) : std::optional(0);
    if (!hours || !minutes || *hours > 23 || *minutes > 59) return std::nullopt;
    return sign * (*hours * 60 + *minutes);
}

/// What follows the day: nothing, or a time of day with a zone.
std::optional<DaySpan> day_of_instant(Reader& reader, sys_days day) {
    if (reader.at_end()) return one_day(day);
    if (!reader.accept('T') && !reader.accept('t') && !reader.accept(' ')) return std::nullopt;
    const auto hour = reader.digits(2);
    if (!hour || *hour > 24 || !reader.accept(':')) return std::nullopt;
    const auto minute = reader.digits(2);
    if (!minute || *minute > 59) return std::nullopt;
    const bool has_seconds = reader.accept(':');
    const auto second = has_seconds ? reader.digits(2) : std::optional(0);
    if (!second || *second > 60 || (has_seconds && !reader.skip_fraction())) return std::nullopt;
    if (*hour == 24 && (*minute > 0 || *second > 0)) return std::nullopt;
    reader.accept(' ');
    const auto zone = zone_minutes(reader);
    if (!zone || !reader.at_end()) return std::nullopt;
    const auto instant = day + std::chrono::minutes(*hour * 60 + *minute - *zone);
    const auto day_in_utc = std::chrono::floor<days>(instant);
    if (day_in_utc < first_day || day_in_utc > last_day) return std::nullopt;
    return one_day(day_in_utc);
}

constexpr std::array month_names = {"January",   "February", "March",    "April",
                                    "May",       "June",     "July",     "August",
                                    "September", "October",  "November", "December"};

std::string readable_day(sys_days day) {
    const year_month_day date(day);
    return fmt::format("{} {} {}", static_cast<unsigned>(date.day()),
                       month_names.at(static_cast<unsigned>(date.month()) - 1),
                       static_cast<int>(date.year()));
}

}  // namespace

std::optional<DaySpan> parse_day_span(std::string_view text) {
    using namespace std::chrono;
    Reader reader(trimmed(text));
    const auto year_number = reader.digits(4);
    if (!year_number || *year_number < 1000) return std::nullopt;
    const year y(*year_number);
    if (reader.at_end()) return DaySpan{sys_days(y / January / 1), sys_days(y / December / 31)};
    if (!reader.accept('-')) return std::nullopt;
    const auto month_number = reader.digits(2);
    if (!month_number) return std::nullopt;
    const month m(static_cast<unsigned>(*month_number));
    if (!m.ok()) return std::nullopt;
    if (reader.at_end()) return DaySpan{sys_days(y / m / 1), sys_days(y / m / last)};
    if (!reader.accept('-')) return std::nullopt;
    const auto day_number = reader.digits(2);
    if (!day_number) return std::nullopt;
    const year_month_day date = y / m / day(static_cast<unsigned>(*day_number));
    if (!date.ok()) return std::nullopt;
    return day_of_instant(reader, sys_days(date));
}

std::string iso_date(sys_days day) {
    const year_month_day date(day);
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::string iso_instant(std::chrono::sys_seconds instant) {
    const auto day = std::chrono::floor<days>(instant);
    const std::chrono::hh_mm_ss time(instant - day);
    return fmt::format("{}T{:02}:{:02}:{:02}Z", iso_date(day), time.hours().count(),
                       time.minutes().count(), time.seconds().count());
}

std::string readable_date(const DaySpan& span) {
    if (span.first == span.last) return readable_day(span.first);
    const year_month_day first(span.first);
    std::string year = fmt::format("{}", static_cast<int>(first.year()));
    if (parse_day_span(year) == span) return year;
    const std::string month = iso_date(span.first).substr(0, 7);
    if (parse_day_span(month) == span)
        return fmt::format("{} {}", month_names.at(static_cast<unsigned>(first.month()) - 1), year);
    return readable_day(span.first) + " to " + readable_day(span.last);
}

}  // namespace nutgraf
