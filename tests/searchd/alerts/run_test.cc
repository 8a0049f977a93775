#include "searchd/alerts/run.h"

#include "base/file.h"
#include "tests/searchd/alerts/bench.h"
#include "tests/support/failure.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_run_test {

using namespace nutgraf;
using namespace nutgraf::alerts;
using tests::AlertBench;
using tests::Ids;
using tests::noon;

namespace {

const Tell tell_nobody = [](const std::vector<Match>&) {};

}  // namespace

TEST_CASE("a run tells every match of every alert once, by alert") {
    AlertBench bench;
    bench.alert("h", "huawei");
    bench.alert("n", "nokia");
    bench.alert("none", "ericsson");
    bench.add({"1: huawei nokia", "2: huawei"});
    CHECK(bench.run() == Ids{"h/1", "h/2", "n/1"});
    CHECK(bench.run().empty());
}

TEST_CASE("a run of one alert leaves the others alone") {
    AlertBench bench;
    const Alert h = bench.alert("h", "huawei");
    bench.alert("n", "nokia");
    bench.add({"1: huawei nokia"});
    RunOptions options{noon};
    options.only = h.id;
    CHECK(bench.run(options) == Ids{"h/1"});
    CHECK(bench.run() == Ids{"n/1"});
}

TEST_CASE("a paused alert looks at nothing and catches up when it goes on") {
    AlertBench bench;
    const Alert alert = bench.alert("a", "huawei");
    CHECK(bench.store().change(alert.id, {.is_paused = true}));
    bench.add({"1: huawei"});
    CHECK(bench.run().empty());
    CHECK(bench.store().change(alert.id, {.is_paused = false}));
    CHECK(bench.run() == Ids{"a/1"});
}

TEST_CASE("a changed query is asked of what comes from then on") {
    AlertBench bench;
    const Alert alert = bench.alert("a", "huawei");
    bench.add({"1: huawei nokia"});
    CHECK(bench.run() == Ids{"a/1"});
    CHECK(bench.store().change(alert.id, {.query = SavedQuery{"nokia"}}));
    bench.add({"2: huawei", "3: nokia"});
    CHECK(bench.run() == Ids{"a/3"});
}

TEST_CASE("one alert that fails is reported, and the others go on") {
    AlertBench bench;
    CHECK(bench.store().add({"a", {"x", {}, {}, {}, {}, "soon"}, Repeats::once, "", "s", noon}));
    bench.alert("b", "huawei");
    bench.add({"1: huawei"});
    Ids told;
    const auto outcomes =
        run_alerts(bench.store(), bench.searcher(), {noon}, [&](const std::vector<Match>& matches) {
            for (const Match& match : matches) told.push_back(match.article);
        });
    REQUIRE(outcomes.size() == 2);
    CHECK(outcomes[0].matching.failure.starts_with("from: \"soon\""));
    CHECK(outcomes[1].matching.failure.empty());
    CHECK(outcomes[1].matching.matches == 1);
    CHECK(told == Ids{"1"});
    const Alert failing = *bench.store().alert_named("a");
    CHECK(bench.store().history().entries(failing.id, 1).front().failure ==
          outcomes[0].matching.failure);
}

TEST_CASE("what could not be told is told by the next run") {
    AlertBench bench;
    bench.alert("a", "huawei");
    bench.add({"1: huawei", "2: huawei", "3: huawei"});
    Ids told;
    RunOptions options{noon};
    options.batch = 2;
    const Tell tell_one_batch = [&](const std::vector<Match>& matches) {
        if (!told.empty()) throw Error("Nobody listens.");
        for (const Match& match : matches) told.push_back(match.article);
    };
    CHECK(tests::failure([&] {
              run_alerts(bench.store(), bench.searcher(), options, tell_one_batch);
          }) == "Nobody listens.");
    CHECK(told == Ids{"1", "2"});
    CHECK(bench.run() == Ids{"a/3"});
}

TEST_CASE("runs in which something happened are noted") {
    AlertBench bench;
    const Alert alert = bench.alert("a", "huawei", Repeats::once, "exit 3");
    CHECK(bench.run().empty());
    CHECK(bench.store().history().entries(alert.id, 9).empty());
    bench.add({"1: huawei", "2: nokia"});
    bench.run();
    const auto entries = bench.store().history().entries(alert.id, 9);
    REQUIRE(entries.size() == 1);
    CHECK(entries.front() == RunEntry{noon, 1, 3, 1, 0, 1, "It ended with status 3."});
}

TEST_CASE("an alert whose matches wait is delivered without anything new") {
    AlertBench bench;
    const std::string gate = bench.folder().path() / "gate";
    bench.alert("a", "huawei", Repeats::once, "test -e " + gate);
    bench.add({"1: huawei"});
    CHECK(bench.run() == Ids{"a/1"});
    bench.folder().write("gate", "");
    const auto outcomes = run_alerts(bench.store(), bench.searcher(), {noon}, tell_nobody);
    CHECK(outcomes.front().deliveries.delivered == 1);
}

TEST_CASE("a removed article is neither told nor delivered nor shown") {
    AlertBench bench;
    const std::string log = bench.folder().path() / "log";
    const Alert alert =
        bench.alert("a", "huawei", Repeats::once, "echo $NUTGRAF_ARTICLE >> " + log);
    bench.add({"1: huawei", "2: huawei"});
    bench.match(alert);
    bench.remove("1");
    CHECK(bench.run() == Ids{"a/2"});
    CHECK(read_file(log) == "2\n");
    bench.remove("2");
    CHECK(bench.run().empty());
    CHECK(bench.shown(alert).empty());
}

}  // namespace nutgraf::tests::in_run_test
