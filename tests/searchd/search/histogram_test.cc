#include "searchd/search/histogram.h"

#include "tests/searchd/search/valued_database.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace nutgraf::tests::in_histogram_test {

using namespace nutgraf;
using search::Columns;
using search::Histogram;
using search::TimeUnit;
using tests::Valued;

namespace {

Histogram histogram(const std::vector<Valued>& articles, std::optional<TimeUnit> unit = {}) {
    const auto database = tests::valued_database(articles);
    return search::histogram_of(tests::documents_up_to(database.get_lastdocid()), Columns(database),
                                unit);
}

/// "month: 2019-03-01=2 2019-04-01=0; 1 undated".
std::string line_of(const Histogram& histogram) {
    std::string line = fmt::format("{}:", search::name_of(histogram.unit));
    for (const search::Bucket& bucket : histogram.buckets)
        line += fmt::format(" {}={}", iso_date(bucket.start), bucket.count);
    return line + fmt::format("; {} undated", histogram.undated);
}

}  // namespace

TEST_CASE("buckets go from the first article to the last, the empty ones between included") {
    CHECK(line_of(histogram({{"2019-03-31"}, {"2019-05-01"}, {"2019-03"}}, TimeUnit::month)) ==
          "month: 2019-03-01=2 2019-04-01=0 2019-05-01=1; 0 undated");
    CHECK(line_of(histogram({{"2018-12-31"}, {"2020-01-01"}}, TimeUnit::year)) ==
          "year: 2018-01-01=1 2019-01-01=0 2020-01-01=1; 0 undated");
    CHECK(line_of(histogram({{"2020-02-28"}, {"2020-03-01"}}, TimeUnit::day)) ==
          "day: 2020-02-28=1 2020-02-29=0 2020-03-01=1; 0 undated");
}

TEST_CASE("weeks begin on Monday, also where a year begins within one") {
    CHECK(line_of(histogram({{"2018-12-31"}, {"2019-01-06"}, {"2019-01-07"}}, TimeUnit::week)) ==
          "week: 2018-12-31=2 2019-01-07=1; 0 undated");
    CHECK(line_of(histogram({{"2020-02-29"}, {"2020-03-01"}, {"2020-03-02"}}, TimeUnit::week)) ==
          "week: 2020-02-24=2 2020-03-02=1; 0 undated");
    CHECK(line_of(histogram({{"1969-12-28"}, {"1969-12-29"}, {"1970-01-04"}}, TimeUnit::week)) ==
          "week: 1969-12-22=1 1969-12-29=2; 0 undated");
}

TEST_CASE("what is not known to the month counts as undated") {
    CHECK(line_of(histogram({{"2019"}, {""}, {"2019-05-10..2019-07-01"}, {"2019-05"}},
                            TimeUnit::month)) == "month: 2019-05-01=1; 3 undated");
    CHECK(line_of(histogram({{"2019"}, {""}})) == "month:; 2 undated");
    CHECK(line_of(histogram({})) == "month:; 0 undated");
}

TEST_CASE("the unit suits: 8 to 60 buckets, or what comes nearest") {
    struct Case {
        std::string first, last;
        TimeUnit unit;
    };
    const Case cases[] = {
        {"2019-05-10", "2019-05-10", TimeUnit::day},
        {"2019-05-10", "2019-05-12", TimeUnit::day},
        {"2019-01-01", "2019-03-01", TimeUnit::day},    // 60 days
        {"2019-01-01", "2019-03-15", TimeUnit::day},    // 74 days or 3 months
        {"2019-01-01", "2019-06-01", TimeUnit::month},  // 152 days or 6 months
        {"2019-01-01", "2019-12-31", TimeUnit::month},
        {"2015-01-01", "2019-12-31", TimeUnit::month},
        {"2014-12-31", "2019-12-31", TimeUnit::month},  // 61 months or 6 years
        {"2000-01-01", "2019-12-31", TimeUnit::year},
        {"1900-01-01", "2019-12-31", TimeUnit::year},
    };
    for (const Case& c : cases) {
        CAPTURE(c.first);
        CAPTURE(c.last);
        CHECK(histogram({{c.first}, {c.last}}).unit == c.unit);
    }
}

TEST_CASE("a histogram never has more than 400 buckets") {
    CHECK(histogram({{"2018-01-01"}, {"2019-02-04"}}, TimeUnit::day).buckets.size() == 400);
    CHECK(histogram({{"2018-01-01"}, {"2019-02-05"}}, TimeUnit::day).unit == TimeUnit::week);
    CHECK(histogram({{"2008-01-01"}, {"2019-02-05"}}, TimeUnit::week).unit == TimeUnit::month);
    CHECK(histogram({{"1900-01-01"}, {"2019-02-05"}}, TimeUnit::day).unit == TimeUnit::year);
    const Histogram centuries =
        histogram({{"1000-01-01"}, {"2000-01-01"}, {"2019-01-01"}}, TimeUnit::month);
    CHECK(centuries.unit == TimeUnit::year);
    CHECK(centuries.buckets.size() == 400);
    CHECK(centuries.undated == 1);
    CHECK(centuries.buckets.back().count == 1);
}

TEST_CASE("a bucket tells how many articles of the whole index there are") {
    const Columns columns(
        tests::valued_database({{"2019-03-01"}, {"2019-03-31"}, {"2019-04-01"}, {"2019-04-02"}}));
    const std::vector<Xapian::docid> documents = {1, 3};
    const auto months = search::histogram_of(documents, columns, TimeUnit::month);
    REQUIRE(months.buckets.size() == 2);
    CHECK(months.buckets[0].archive == 2);
    CHECK(months.buckets[1].archive == 2);
    CHECK(months.buckets[1].count == 1);
}

}  // namespace nutgraf::tests::in_histogram_test
