#include "indexer/archive/clean/url_date.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace nutgraf::tests::in_url_date_test {

using namespace nutgraf;

namespace {

std::string date_in(std::string_view url) {
    const auto days = archive::date_in_url(url);
    return days ? iso_date(days->first) + ".." + iso_date(days->last) : "";
}

}  // namespace

TEST_CASE("the path of an address tells the day or the month of a page, if only one") {
    struct Case {
        std::string_view url, date;
    };
    const Case cases[] = {
        {"https://courier.example/2019/03/29/port-strike", "2019-03-29..2019-03-29"},
        {"https://courier.example/world/2019/mar/29/port-strike", "2019-03-29..2019-03-29"},
        {"https://courier.example/2019/3/9/port-strike", "2019-03-09..2019-03-09"},
        {"https://courier.example/2019-03-29-port-strike.html", "2019-03-29..2019-03-29"},
        {"https://courier.example/port-strike-20190329", "2019-03-29..2019-03-29"},
        {"courier.example/20190329/1", "2019-03-29..2019-03-29"},
        {"https://courier.example/2019/03/port-strike", "2019-03-01..2019-03-31"},
        {"https://courier.example/2019/03/29/story-2019-03-29", "2019-03-29..2019-03-29"},
        // Of two days neither is known to be that of the page.
        {"https://courier.example/2019/03/29/recap-of-2018-05-01", ""},
        {"https://courier.example/2019/02/30/port-strike", ""},
        {"https://courier.example/2019/13/01/port-strike", ""},
        {"https://courier.example/budget-2019-20", ""},
        {"https://courier.example/2019/port-strike", ""},
        {"https://courier.example/article/12345678", ""},
        {"https://courier.example/1812/06/24/invasion", ""},
        {"https://courier.example/a?date=2019/03/29", ""},
        {"https://2019-03-29.example/", ""},
        {"https://courier.example", ""},
        {"", ""},
        {"guid-20190329", ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.url);
        CHECK(date_in(c.url) == c.date);
    }
}

}  // namespace nutgraf::tests::in_url_date_test
