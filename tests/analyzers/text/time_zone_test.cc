#include "analyzers/text/time_zone.h"

#include "base/date.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_time_zone_test {

using namespace std::chrono;
using nutgraf::analyzers::TimeZone;

TEST_CASE("a time zone is known by its name of the IANA database") {
    for (const std::string_view name : {"UTC", "Europe/London", "Asia/Kolkata"}) {
        CAPTURE(name);
        const auto zone = TimeZone::named(name);
        REQUIRE(zone);
        CHECK(zone->name() == name);
    }
    for (const std::string_view name : {"", "Europe/Londn", "not a zone", "\xFF", "Etc/Unknown"}) {
        CAPTURE(name);
        CHECK(!TimeZone::named(name));
    }
    CHECK(!TimeZone::named(std::string(1000, 'a')));
}

TEST_CASE("an instant falls on a day of the zone, which begins at an instant") {
    struct Case {
        std::string zone;
        sys_days day;
        std::string start;
    };
    const Case cases[] = {
        {"UTC", 2019y / May / 10, "2019-05-10T00:00:00Z"},
        {"Europe/London", 2019y / May / 10, "2019-05-09T23:00:00Z"},
        {"Europe/London", 2019y / January / 10, "2019-01-10T00:00:00Z"},
        {"America/New_York", 2019y / May / 10, "2019-05-10T04:00:00Z"},
        {"Asia/Kolkata", 2019y / May / 10, "2019-05-09T18:30:00Z"},
        {"Pacific/Kiritimati", 2019y / May / 10, "2019-05-09T10:00:00Z"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.zone);
        const TimeZone zone = *TimeZone::named(c.zone);
        const sys_seconds start = zone.start_of(c.day);
        CHECK(nutgraf::iso_instant(start) == c.start);
        CHECK(zone.day_of(start) == c.day);
        CHECK(zone.day_of(start - seconds(1)) == c.day - days(1));
    }
    CHECK(TimeZone() == *TimeZone::named("UTC"));
}

}  // namespace nutgraf::tests::in_time_zone_test
