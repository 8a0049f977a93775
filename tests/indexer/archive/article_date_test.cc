#include "indexer/archive/article_date.h"

#include "base/date.h"

#include <doctest/doctest.h>

#include <string>

namespace nutgraf::tests::in_article_date_test {

using namespace nutgraf;
using namespace nutgraf::archive;

TEST_CASE("a date is read in every shape that feeds, mails and pages have") {
    struct Case {
        std::string text, expected;
    };
    const Case cases[] = {
        {"2004", "2004"},
        {"2004-01", "2004-01"},
        {" 2004-01-02 ", "2004-01-02"},
        {"2004-01-01T19:48:21Z", "2004-01-01T19:48:21Z"},
        {"2004-1-2", "2004-01-02"},
        {"2004/01/02", "2004-01-02"},
        {"20040102", "2004-01-02"},
        {"20040101T194821Z", "2004-01-01T19:48:21+00:00"},
        {"20040101T194821+0100", "2004-01-01T19:48:21+01:00"},
        {"2003-335", "2003-12-01"},
        {"Thu, 01 Jan 2004 19:48:21 GMT", "2004-01-01T19:48:21+00:00"},
        {"01 Jan 04 19:48 EST", "2004-01-01T19:48:00-05:00"},
        {"1 Jan 98 19:48 +0530", "1998-01-01T19:48:00+05:30"},
        {"Thu, 1 January 2004 19:48:21 +01:00", "2004-01-01T19:48:21+01:00"},
        {"Thursday, January 1, 2004 7:48 PM", "2004-01-01T19:48:00+00:00"},
        {"Jan 1, 2004 12:05 am", "2004-01-01T00:05:00+00:00"},
        {"Thu Jan  1 19:48:21 2004", "2004-01-01T19:48:21+00:00"},
        {"Thu Jan  1 19:48:21 CET 2004", "2004-01-01T19:48:21+01:00"},
        {"10 May 2019", "2019-05-10"},
        {"May 10, 2019", "2019-05-10"},
        {"10 Sept. 2019", "2019-09-10"},
        {"May 2019", "2019-05"},
        {"26-FEB-1987 15:01:01.79", "1987-02-26T15:01:01+00:00"},
        {"10.05.2019", "2019-05-10"},
        {"10.05.2019 14:30", "2019-05-10T14:30:00+00:00"},
        {"25/12/2019", "2019-12-25"},
        {"12/25/2019", "2019-12-25"},
        {"1557498148", "2019-05-10T14:22:28Z"},
        {"1557498148000", "2019-05-10T14:22:28Z"},
        {"03/04/2019", "2019"},  // Neither of the days it may be.
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        const auto iso = iso_8601_of(c.text);
        REQUIRE(iso);
        CHECK(*iso == c.expected);
        CHECK(parse_day_span(*iso));
    }
}

TEST_CASE("what is no date, or no day of a calendar, is not read as one") {
    const std::string cases[] = {
        "",
        "  ",
        "yesterday",
        "31 February 2019",
        "2019-13-01",
        "00 May 2019",
        "25:00 10 May 2019",
        "10 May 2019 10:61",
        "99999999999999999999",
        "12345",
        "10 May",
        "19:48",
        "2019 May 10 11 12 13:14:15:16:17",
        std::string(1000, '1'),
        "10 May 2019 10:00 +999999",
    };
    for (const std::string& text : cases) {
        CAPTURE(text);
        CHECK_FALSE(iso_8601_of(text));
    }
}

}  // namespace nutgraf::tests::in_article_date_test
