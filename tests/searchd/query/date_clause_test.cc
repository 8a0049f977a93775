#include "searchd/query/date_clause.h"

#include "searchd/query/print.h"
#include "tests/searchd/query/reading.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_date_clause_test {

using namespace nutgraf;

namespace {

std::string date(std::string_view field, std::string_view text) {
    const auto query = query::parse_date(field, text, tests::test_day());
    return query ? query::to_text(*query) : "none";
}

}  // namespace

TEST_CASE("a date clause is a day, a period, a range or a day counted from today") {
    struct Case {
        std::string field, text, expected;
    };
    const Case cases[] = {
        {"date", "2019-05-10", "date:2019-05-10"},
        {"date", "2019-05", "date:2019-05-01..2019-05-31"},
        {"date", "2019", "date:2019-01-01..2019-12-31"},
        {"date", "2019-03..2019-05-10", "date:2019-03-01..2019-05-10"},
        {"date", "2018..2019", "date:2018-01-01..2019-12-31"},
        {"date", "2019-05-10..2019-05-10", "date:2019-05-10"},
        {"date", "2019-03..", "date:2019-03-01.."},
        {"date", "..2019-03", "date:..2019-03-31"},
        {"date", "today", "date:2019-05-10"},
        {"date", "yesterday", "date:2019-05-09"},
        {"date", "yesterday..today", "date:2019-05-09..2019-05-10"},
        {"date", "1d", "date:2019-05-10"},
        {"date", "7d", "date:2019-05-04..2019-05-10"},
        {"date", "7d..", "date:2019-05-04.."},
        {"date", "7d..yesterday", "date:2019-05-04..2019-05-09"},
        {"date", "2019-05-10T23:30:00-02:00", "date:2019-05-11"},
        {"date", "undated", "date:undated"},
        {"after", "2019-05-10", "date:2019-05-10.."},
        {"after", "2019", "date:2019-01-01.."},
        {"after", "7d", "date:2019-05-04.."},
        {"before", "2019-05-10", "date:..2019-05-09"},
        {"before", "2019", "date:..2018-12-31"},
        {"before", "yesterday", "date:..2019-05-08"},
        {"before", "1000", "NOT *"},  // Was a range whose end no date can name.
        {"before", "1000-01-01", "NOT *"},
        {"before", "1000-01-02", "date:..1000-01-01"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.field);
        CAPTURE(c.text);
        CHECK(date(c.field, c.text) == c.expected);
    }
}

TEST_CASE("what is no date is no date clause") {
    const std::string dates[] = {"",
                                 "..",
                                 "...",
                                 "2019...",
                                 "..2019..",
                                 "2019..2018",
                                 "2019..x",
                                 "x",
                                 "2019-02-30",
                                 "2019-13",
                                 "19",
                                 "0d",
                                 "-1d",
                                 "d",
                                 "100001d",
                                 "99999999999999999999d",
                                 "7 d",
                                 "7D",
                                 "TODAY",
                                 "undated..",
                                 "2019..undated",
                                 "*",
                                 "2019*",
                                 "2019-05-10..2019-05-09",
                                 "\xFF",
                                 "tomorrow"};
    for (const std::string& text : dates) {
        CAPTURE(text);
        CHECK(date("date", text) == "none");
    }
    const std::string bounds[] = {"2018..2019", "2018..", "undated", "", "x"};
    for (const std::string& text : bounds) {
        CAPTURE(text);
        CHECK(date("after", text) == "none");
        CHECK(date("before", text) == "none");
    }
}

TEST_CASE("relative dates reach back 100,000 days and are still dates") {
    CHECK(date("date", "100000d..") == "date:1745-07-26..");
}

}  // namespace nutgraf::tests::in_date_clause_test
