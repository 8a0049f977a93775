#include "searchd/render/timeline.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_timeline_test {

using namespace nutgraf;
using namespace std::chrono;
using search::TimelineAnswer;
using search::TimeUnit;

namespace {

TimelineAnswer two_queries() {
    TimelineAnswer answer;
    answer.queries = {{"huawei", "huawei", 26, {}}, {"zte \x1b[31m", "zte", 4, {}}};
    answer.timeline.unit = TimeUnit::month;
    answer.timeline.buckets = {{2019y / March / 1, {24, 0}, 5120},
                               {2019y / April / 1, {0, 3}, 96},
                               {2019y / May / 1, {1, 1}, 7}};
    answer.timeline.undated = {1, 0};
    answer.revision = 9;
    answer.articles = 6000;
    return answer;
}

}  // namespace

TEST_CASE("a chart has a line a bucket, bars on one scale, and the undated apart") {
    CHECK(render::timeline_chart(two_queries(), {false, 44}) ==
          "         archive  huawei        zte <U+001B…\n"
          "2019-03    5,120  24 █████████   0\n"
          "2019-04       96   0             3 █▏\n"
          "2019-05        7   1 ▍           1 ▍\n"
          "undated            1             0\n");
}

TEST_CASE("a chart fits its terminal, down to numbers without bars") {
    TimelineAnswer answer = two_queries();
    answer.queries[0].input = "a query that is longer than its column";
    const std::string narrow = render::timeline_chart(answer, {false, 24});
    CHECK(narrow ==
          "         archive  a …  zt…\n"
          "2019-03    5,120  24    0\n"
          "2019-04       96   0    3\n"
          "2019-05        7   1    1\n"
          "undated            1    0\n");
    CHECK(render::timeline_chart({{{"", "*", 0, {}}}, {}, {}, 0, 0}, {false, 80}) ==
          "  archive  everything\n");
}

TEST_CASE("rows have tabs, and the undated come last") {
    CHECK(render::timeline_rows(two_queries()) ==
          "2019-03-01\t24\t0\t5120\n2019-04-01\t0\t3\t96\n2019-05-01\t1\t1\t7\nundated\t1\t0\n");
}

TEST_CASE("the record says the unit, the zone, and for each query what it was read as") {
    CHECK(to_text(render::to_json(two_queries())) ==
          R"({"version":1,"unit":"month","zone":"UTC","queries":[)"
          R"({"input":"huawei","parsed":"huawei","total":26,"undated":1,"notes":[]},)"
          R"({"input":"zte \u001b[31m","parsed":"zte","total":4,"undated":0,"notes":[]}],)"
          R"("buckets":[{"start":"2019-03-01","counts":[24,0],"archive":5120},)"
          R"({"start":"2019-04-01","counts":[0,3],"archive":96},)"
          R"({"start":"2019-05-01","counts":[1,1],"archive":7}],)"
          R"("index":{"revision":9,"articles":6000}})");
}

}  // namespace nutgraf::tests::in_timeline_test
