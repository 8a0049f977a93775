#include "analyzers/entities/period.h"

#include "base/date.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_period_test {

using namespace nutgraf;
using namespace nutgraf::entities;

namespace {

std::string text_of(const Expected<Period, PeriodError>& period) {
    if (!period) return period.error().message;
    const auto text = [](std::chrono::sys_days day) {
        const bool is_end =
            day == std::chrono::sys_days::min() || day == std::chrono::sys_days::max();
        return is_end ? std::string("*") : iso_date(day);
    };
    return text(period->from) + " to " + text(period->to);
}

}  // namespace

TEST_CASE("a period is two dates, of which either may be absent or short") {
    struct Case {
        std::string text, expected;
    };
    const Case cases[] = {
        {"2018-07-09..2019-07-24", "2018-07-09 to 2019-07-24"},
        {"2018-07-09..", "2018-07-09 to *"},
        {"..2019-07-24", "* to 2019-07-24"},
        {"..", "* to *"},
        {"2018..2019-07", "2018-01-01 to 2019-07-01"},
        {"2016-02-29..2016-03", "2016-02-29 to 2016-03-01"},
        {"2018", "\"2018\" is no period; write \"2018-07-09..2019-07-24\"."},
        {"2017-02-29..",
         "\"2017-02-29\" is no date; write \"2018-07-09\", \"2018-07\" or \"2018\"."},
        {"..May 2018", "\"May 2018\" is no date; write \"2018-07-09\", \"2018-07\" or \"2018\"."},
        {"2018-07-09T10:00Z..",
         "\"2018-07-09T10:00Z\" is no date; write \"2018-07-09\", \"2018-07\" or \"2018\"."},
        {"2019..2018",
         "\"2019..2018\" ends before a day of it has passed; the first date is the first day, the "
         "second the day after the last."},
        {"2019..2019-01-01",
         "\"2019..2019-01-01\" ends before a day of it has passed; the first date is the first "
         "day, the second the day after the last."},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(text_of(parse_period(c.text)) == c.expected);
    }
}

TEST_CASE("the last day of a period is the day before its second date") {
    const auto day = [](std::string_view text) { return parse_day_span(text)->first; };
    const Period period = *parse_period("2018-07-09..2019-07-24");
    CHECK_FALSE(period.contains(day("2018-07-08")));
    CHECK(period.contains(day("2018-07-09")));
    CHECK(period.contains(day("2019-07-23")));
    CHECK_FALSE(period.contains(day("2019-07-24")));
    CHECK(Period().contains(day("1000-01-01")));
}

}  // namespace nutgraf::tests::in_period_test
