#include "searchd/search/timeline_counts.h"

#include "tests/searchd/search/valued_database.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace nutgraf::tests::in_timeline_counts_test {

using namespace nutgraf;
using namespace std::chrono;
using analyzers::TimeZone;
using search::Columns;
using search::TimeAxis;
using search::Timeline;
using search::TimeUnit;
using tests::Valued;
using Documents = std::vector<Xapian::docid>;

namespace {

/// "month: 2019-03-01=2,0/5; 1,0 undated": numbers of the queries, then the archive's.
std::string line_of(const Timeline& timeline) {
    std::string line = fmt::format("{}:", search::name_of(timeline.unit));
    for (const search::TimelineBucket& bucket : timeline.buckets)
        line += fmt::format(" {}={}/{}", iso_date(bucket.start), fmt::join(bucket.counts, ","),
                            bucket.archive);
    return line + fmt::format("; {} undated", fmt::join(timeline.undated, ","));
}

/// Every hour of some days of a zone, an article each: what came in, and when.
class Hourly {
public:
    Hourly(sys_days first, int days_long, const TimeZone& zone) {
        std::vector<Valued> articles;
        for (sys_seconds at = zone.start_of(first); at < zone.start_of(first + days(days_long));
             at += hours(1)) {
            Valued article;
            article.seen = static_cast<std::uint64_t>(at.time_since_epoch().count());
            articles.push_back(article);
        }
        database_ = tests::valued_database(articles);
    }

    Timeline timeline(TimeUnit unit, const TimeZone& zone) const {
        const Documents documents = tests::documents_up_to(database_.get_lastdocid());
        return search::timeline_of({documents}, Columns(database_), unit,
                                   {TimeAxis::Of::seen, zone});
    }

private:
    Xapian::Database database_;
};

}  // namespace

TEST_CASE("queries are counted side by side, in buckets from the first of any to the last") {
    const Columns columns(tests::valued_database({{"2019-03-31"},
                                                  {"2019-05-01"},
                                                  {"2019-03-10"},
                                                  {"2019"},
                                                  {"2019-04-02"},
                                                  {"2020-01-01"}}));
    const Documents first = {1, 4};
    const Documents second = {2, 3};
    CHECK(line_of(search::timeline_of({first, second}, columns, TimeUnit::month, {})) ==
          "month: 2019-03-01=1,1/2 2019-04-01=0,0/1 2019-05-01=0,1/1; 1,0 undated");
    CHECK(line_of(search::timeline_of({second, Documents{}}, columns, TimeUnit::year, {})) ==
          "year: 2019-01-01=2,0/4; 0,0 undated");
    CHECK(line_of(search::timeline_of({Documents{}}, columns, std::nullopt, {})) ==
          "month:; 0 undated");
}

TEST_CASE("the days on which clocks change have 23 and 25 hours, and lose and double none") {
    struct Case {
        std::string zone;
        sys_days before;  // The day before the change.
        std::string expected;
    };
    const Case cases[] = {
        {"Europe/London", 2019y / March / 30, "2019-03-30=24/24 2019-03-31=23/23 2019-04-01=24/24"},
        {"Europe/London", 2019y / October / 26,
         "2019-10-26=24/24 2019-10-27=25/25 2019-10-28=24/24"},
        {"America/New_York", 2019y / March / 9,
         "2019-03-09=24/24 2019-03-10=23/23 2019-03-11=24/24"},
        {"America/New_York", 2019y / November / 2,
         "2019-11-02=24/24 2019-11-03=25/25 2019-11-04=24/24"},
        {"Australia/Sydney", 2019y / April / 6,
         "2019-04-06=24/24 2019-04-07=25/25 2019-04-08=24/24"},
        {"Australia/Sydney", 2019y / October / 5,
         "2019-10-05=24/24 2019-10-06=23/23 2019-10-07=24/24"},
        {"UTC", 2019y / March / 30, "2019-03-30=24/24 2019-03-31=24/24 2019-04-01=24/24"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.zone);
        CAPTURE(iso_date(c.before));
        const TimeZone zone = *TimeZone::named(c.zone);
        const Timeline timeline = Hourly(c.before, 3, zone).timeline(TimeUnit::day, zone);
        CHECK(timeline.zone == c.zone);
        CHECK(line_of(timeline) == "day: " + c.expected + "; 0 undated");
    }
}

TEST_CASE("weeks and months with a change of clocks in them begin at midnight of their zone") {
    const TimeZone london = *TimeZone::named("Europe/London");
    const Hourly march(2019y / March / 18, 21, london);
    CHECK(line_of(march.timeline(TimeUnit::week, london)) ==
          "week: 2019-03-18=168/168 2019-03-25=167/167 2019-04-01=168/168; 0 undated");
    CHECK(line_of(march.timeline(TimeUnit::month, london)) ==
          "month: 2019-03-01=335/335 2019-04-01=168/168; 0 undated");
    // The same instants elsewhere: the first and the last hours fall on other days.
    const TimeZone sydney = *TimeZone::named("Australia/Sydney");
    CHECK(line_of(march.timeline(TimeUnit::month, sydney)) ==
          "month: 2019-03-01=325/325 2019-04-01=178/178; 0 undated");
}

TEST_CASE("a day of publication is the paper's own, whatever the zone") {
    const Columns columns(tests::valued_database({{"2019-03-31"}, {"2019-04-01"}}));
    const Documents both = {1, 2};
    for (const char* name : {"UTC", "Australia/Sydney", "America/New_York"}) {
        const Timeline timeline = search::timeline_of(
            {both}, columns, TimeUnit::day, {TimeAxis::Of::published, *TimeZone::named(name)});
        CHECK(line_of(timeline) == "day: 2019-03-31=1/1 2019-04-01=1/1; 0 undated");
        CHECK(timeline.zone == "UTC");
    }
}

TEST_CASE("too many buckets become coarser ones, and of too many years the last are kept") {
    const Columns columns(tests::valued_database({{"1950-06-01"}, {"1990-06-01"}, {"2019-06-01"}}));
    const Documents all = {1, 2, 3};
    CHECK(search::timeline_of({all}, columns, TimeUnit::day, {}).unit == TimeUnit::week);
    const Timeline years = search::timeline_of({all}, columns, TimeUnit::year, {}, 40);
    CHECK(years.buckets.size() == 40);
    CHECK(years.undated == std::vector<std::uint64_t>{1});
}

}  // namespace nutgraf::tests::in_timeline_counts_test
