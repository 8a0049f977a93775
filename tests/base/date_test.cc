#include "base/date.h"

#include <doctest/doctest.h>

#include <random>

namespace nutgraf::tests::in_date_test {

using namespace nutgraf;
using namespace std::chrono;

namespace {

/// The span's ends, "2019-05-01..2019-05-31", or "none".
std::string span(std::string_view text) {
    const auto days = parse_day_span(text);
    return days ? iso_date(days->first) + ".." + iso_date(days->last) : "none";
}

}  // namespace

TEST_CASE("a date names the days of its year, its month or itself") {
    struct Case {
        std::string text, expected;
    };
    const Case cases[] = {
        {"2019", "2019-01-01..2019-12-31"},
        {"2019-05", "2019-05-01..2019-05-31"},
        {"2019-02", "2019-02-01..2019-02-28"},
        {"2020-02", "2020-02-01..2020-02-29"},
        {"1900-02", "1900-02-01..1900-02-28"},  // Not a leap year, though four divides it.
        {"2019-05-10", "2019-05-10..2019-05-10"},
        {"2000-02-29", "2000-02-29..2000-02-29"},
        {" \t2019-05-10\r\n", "2019-05-10..2019-05-10"},
        {"1000", "1000-01-01..1000-12-31"},
        {"9999", "9999-01-01..9999-12-31"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(span(c.text) == c.expected);
    }
}

TEST_CASE("an instant names its day in UTC") {
    struct Case {
        std::string text, day;
    };
    const Case cases[] = {
        {"2019-05-10T23:30:00Z", "2019-05-10"},
        {"2019-05-10T23:30:00+02:00", "2019-05-10"},
        {"2019-05-10T23:30:00-02:00", "2019-05-11"},
        {"2019-05-10T00:30:00+01:00", "2019-05-09"},
        {"2019-01-01T00:00:00+00:01", "2018-12-31"},
        {"2020-02-28T23:59:59-00:01", "2020-02-29"},
        {"2019-05-10T00:30:00+0100", "2019-05-09"},
        {"2019-05-10T00:30:00+01", "2019-05-09"},
        {"2019-05-10T23:30", "2019-05-10"},
        {"2019-05-10T23:30Z", "2019-05-10"},
        {"2019-05-10T23:30:00.123456789Z", "2019-05-10"},
        {"2019-05-10T23:30:00,5Z", "2019-05-10"},
        {"2016-12-31T23:59:60Z", "2016-12-31"},  // A leap second.
        {"2019-05-10T24:00:00Z", "2019-05-11"},  // ISO 8601's midnight at the end of a day.
        {"2019-05-10 23:30:00Z", "2019-05-10"},  // As RFC 3339 allows.
        {"2019-05-10t23:30:00z", "2019-05-10"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(span(c.text) == c.day + ".." + c.day);
    }
}

TEST_CASE("what is not a date, or a day the calendar does not have, is refused") {
    const std::string cases[] = {
        "",
        " ",
        "yesterday",
        "19",
        "219",
        "20190",
        "201905",
        "20190510",
        "0999",
        "0000",
        "-2019",
        "+2019",
        "2019-",
        "2019-5",
        "2019-00",
        "2019-13",
        "2019-05-",
        "2019-05-1",
        "2019-05-00",
        "2019-05-32",
        "2019-02-29",
        "1900-02-29",
        "2019-04-31",
        "2019-05-100",
        "2019/05/10",
        "10.05.2019",
        "2019-05-10x",
        "2019-05-10T",
        "2019-05-10T23",
        "2019-05-10T23:3",
        "2019-05-10T25:00Z",
        "2019-05-10T23:60Z",
        "2019-05-10T23:30:61Z",
        "2019-05-10T23:30:00X",
        "2019-05-10T23:30:00ZZ",
        "2019-05-10T23:30:00+24:00",
        "2019-05-10T23:30:00+01:60",
        "2019-05-10T23:30:00+1:00",
        "2019 05 10",
        "２０１９",
        "2019-05-10\xFF",
        "2019-05-10T-0:30Z",  // Was read: a number with a sign is not two digits.
        "2019-05-10T10:-0Z",
        "2019--5",
        "2019-05--1",
        "2019-05-10T23:30:00+-0:00",
        "2019-05-10T24:30Z",  // Was read as half past midnight; only 24:00:00 is a time.
        "2019-05-10T24:00:01Z",
        "2019-05-10T23:30:00.Z",      // Was read: a fraction needs a digit.
        "2019-05-10T23:30:00+02:",    // Was read: so do a zone's minutes.
        "9999-12-31T23:30:00-02:00",  // Was read as the first day of the year 10000.
        "1000-01-01T00:30:00+02:00",
    };
    for (const std::string& text : cases) {
        CAPTURE(text);
        CHECK(span(text) == "none");
    }
    CHECK(span(std::string_view("2019\0", 5)) == "none");
}

TEST_CASE("dates and instants are printed as ISO 8601 has them, in UTC") {
    CHECK(iso_date(2019y / May / 10) == "2019-05-10");
    CHECK(iso_date(1000y / January / 1) == "1000-01-01");
    const sys_days day = 2019y / May / 10;
    CHECK(iso_instant(day + 21h + 30min) == "2019-05-10T21:30:00Z");
    CHECK(iso_instant(day + 23h + 59min + 59s) == "2019-05-10T23:59:59Z");
    CHECK(iso_instant(sys_seconds(-1s)) == "1969-12-31T23:59:59Z");  // Before the epoch.
}

TEST_CASE("a span is readable as the shortest thing that names it") {
    struct Case {
        sys_days first, last;
        std::string expected;
    };
    const Case cases[] = {
        {2019y / May / 10, 2019y / May / 10, "10 May 2019"},
        {2019y / May / 1, 2019y / May / 31, "May 2019"},
        {2020y / February / 1, 2020y / February / 29, "February 2020"},
        {2019y / January / 1, 2019y / December / 31, "2019"},
        {2019y / May / 10, 2019y / June / 2, "10 May 2019 to 2 June 2019"},
        {2020y / February / 1, 2020y / February / 28, "1 February 2020 to 28 February 2020"},
        {2018y / January / 1, 2019y / December / 31, "1 January 2018 to 31 December 2019"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.expected);
        CHECK(readable_date({c.first, c.last}) == c.expected);
    }
}

TEST_CASE("every day from the year 1000 to 9999 is read as it is printed") {
    constexpr sys_days first_day = 1000y / January / 1;
    constexpr sys_days last_day = 9999y / December / 31;
    const unsigned seed = 20190510;
    CAPTURE(seed);
    std::mt19937 random(seed);
    std::uniform_int_distribution<int> offset(0, (last_day - first_day).count());
    for (int i = 0; i < 10'000; ++i) {
        const sys_days day = first_day + days(offset(random));
        CAPTURE(iso_date(day));
        CHECK(parse_day_span(iso_date(day)) == DaySpan{day, day});
    }
    CHECK(parse_day_span(iso_date(first_day)) == DaySpan{first_day, first_day});
    CHECK(parse_day_span(iso_date(last_day)) == DaySpan{last_day, last_day});
}

}  // namespace nutgraf::tests::in_date_test
