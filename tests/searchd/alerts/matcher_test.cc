#include "searchd/alerts/matcher.h"

#include "indexer/index/maintenance.h"
#include "tests/searchd/alerts/bench.h"

#include <doctest/doctest.h>

#include <filesystem>

namespace nutgraf::tests::in_matcher_test {

using namespace nutgraf;
using namespace nutgraf::alerts;
using tests::AlertBench;
using tests::Ids;
using tests::noon;

TEST_CASE("an alert finds what comes after it was made, and nothing from before") {
    AlertBench bench;
    const Alert alert = bench.alert("a", "huawei");
    CHECK(bench.match(alert).matches == 0);
    bench.add({"1: huawei", "2: nokia", "3: huawei again"});
    const Matching matching = bench.match(alert);
    CHECK(matching.from == 1);
    CHECK(matching.to == 4);
    CHECK(matching.matches == 2);
    CHECK(bench.shown(alert) == Ids{"3", "1"});
    CHECK(bench.match(alert).matches == 0);
}

TEST_CASE("filters narrow an alert as they narrow a search") {
    AlertBench bench;
    const Alert alert = *bench.store().add(
        {"a", {"huawei", {"Times"}, {}, {}, {}, "2019"}, Repeats::once, "", "secret", noon});
    bench.index().add({"1", "", "huawei", "2019-05-10", "en", "Times"});
    bench.index().add({"2", "", "huawei", "2018-05-10", "en", "Times"});
    bench.index().add({"3", "", "huawei", "2019-05-10", "en", "Courier"});
    CHECK(bench.match(alert).matches == 1);
    CHECK(bench.shown(alert) == Ids{"1"});
}

TEST_CASE("any size of batch finds the same") {
    for (const std::size_t batch : {1U, 2U, 3U, 5U, 100U}) {
        CAPTURE(batch);
        AlertBench bench;
        const Alert alert = bench.alert("a", "huawei");
        bench.add({"1: huawei", "2: nokia", "3: huawei", "4: huawei", "5: huawei", "6: nokia",
                   "7: huawei"});
        CHECK(bench.match(alert, batch).matches == 5);
        CHECK(bench.shown(alert) == Ids{"7", "5", "4", "3", "1"});
        CHECK(bench.store().outbox().cursors(alert.id).front().sequence == 8);
    }
}

TEST_CASE("a replaced article is found again only by an alert for every version") {
    AlertBench bench;
    const Alert once = bench.alert("once", "huawei");
    const Alert every = bench.alert("every", "huawei", Repeats::every_version);
    bench.add({"1: huawei"});
    CHECK(bench.match(once).matches == 1);
    CHECK(bench.match(every).matches == 1);
    bench.add({"1: huawei, changed"});
    CHECK(bench.match(once).matches == 0);
    CHECK(bench.match(every).matches == 1);
    bench.add({"1: huawei, changed"});  // The same once more is no change.
    CHECK(bench.match(every).matches == 0);
    bench.add({"1: nokia"});
    CHECK(bench.match(every).matches == 0);
}

TEST_CASE("an article from before is news when it is replaced") {
    AlertBench bench;
    const Alert alert = bench.alert("a", "huawei");
    bench.add({"old: huawei and more"});
    CHECK(bench.match(alert).matches == 1);
}

TEST_CASE("a rebuilt or compacted index changes nothing for an alert") {
    AlertBench bench;
    const Alert alert = bench.alert("a", "huawei", Repeats::every_version);
    bench.add({"1: huawei", "2: huawei"});
    CHECK(bench.match(alert).matches == 2);
    index::rebuild_index(bench.index().path(), [](std::uint64_t) {});
    CHECK(bench.match(alert).matches == 0);
    index::compact_index(bench.index().path());
    CHECK(bench.match(alert).matches == 0);
    bench.add({"3: huawei"});
    index::rebuild_index(bench.index().path(), [](std::uint64_t) {});
    CHECK(bench.match(alert).matches == 1);
}

TEST_CASE("an index made anew is looked at from its beginning") {
    AlertBench bench;
    const Alert alert = bench.alert("a", "huawei");
    bench.add({"1: huawei"});
    CHECK(bench.match(alert).matches == 1);
    std::filesystem::remove_all(bench.index().path());
    bench.add({"1: huawei", "2: huawei"});
    CHECK(bench.match(alert).matches == 2);
    CHECK(bench.match(alert).matches == 0);
    CHECK(bench.store().outbox().cursors(alert.id).size() == 2);
}

TEST_CASE("an index that went back, restored from a backup, is looked at again without repeats") {
    AlertBench bench;
    const Alert alert = bench.alert("a", "huawei");
    bench.add({"1: huawei"});
    const auto backup = bench.folder().path() / "backup";
    std::filesystem::copy(bench.index().path(), backup, std::filesystem::copy_options::recursive);
    bench.add({"2: huawei", "3: huawei", "4: huawei"});
    CHECK(bench.match(alert).matches == 4);
    std::filesystem::remove_all(bench.index().path());
    std::filesystem::rename(backup, bench.index().path());
    bench.add({"5: huawei"});
    search::Searcher searcher(bench.index().path());
    CHECK(match_new(alert, searcher, bench.store().outbox(), {noon}).matches == 1);
    CHECK(bench.shown(alert).front() == "5");
}

TEST_CASE("a query that can no longer be asked says why and moves nothing") {
    AlertBench bench;
    const Alert alert = *bench.store().add(
        {"a", {"huawei", {}, {}, {}, {}, "soon"}, Repeats::once, "", "secret", noon});
    const Matching matching = bench.match(alert);
    CHECK(matching.failure == "from: \"soon\" is not a date like 2019, 2019-05 or 2019-05-10.");
    CHECK(matching.to == matching.from);
    CHECK(bench.store().outbox().cursors(alert.id).empty());
}

TEST_CASE("a run that is told to stop keeps what it has recorded") {
    AlertBench bench;
    const Alert alert = bench.alert("a", "huawei");
    bench.add({"1: huawei", "2: huawei", "3: huawei"});
    int steps = 0;
    const GoesOn goes_on = [&] { return ++steps <= 3; };
    const Matching cut =
        match_new(alert, bench.searcher(), bench.store().outbox(), {noon, 1, goes_on});
    CHECK(cut.matches == 1);
    CHECK(bench.match(alert).matches == 2);
}

TEST_CASE("relative dates of an alert count from the day of the run") {
    AlertBench bench;
    const Alert alert = bench.alert("a", "date:yesterday");
    bench.index().add({"1", "", "huawei", "2019-05-09"});
    bench.index().add({"2", "", "huawei", "2019-05-10"});
    CHECK(bench.match(alert).matches == 1);
    CHECK(bench.shown(alert) == Ids{"1"});
}

TEST_CASE("what an alert would find is told without changing anything") {
    AlertBench bench;
    const Alert alert = bench.alert("a", "huawei");
    bench.add({"1: huawei", "2: huawei", "3: nokia"});
    const auto ask = [&](std::size_t limit) {
        return would_match(alert, bench.searcher(), bench.store().outbox(),
                           request_of(alert.query, {}), limit);
    };
    for (int i = 0; i < 2; ++i) {
        const auto found = ask(10);
        REQUIRE(found);
        CHECK(found->total == 2);
        CHECK(found->hits.size() == 2);
        CHECK(found->hits.front().hit.id == "1");
    }
    CHECK(ask(1)->hits.size() == 1);
    CHECK(ask(1)->total == 2);
    CHECK(bench.match(alert).matches == 2);
    bench.add({"1: huawei, changed", "4: huawei"});
    CHECK(ask(10)->hits.size() == 1);  // The other was reported.
}

TEST_CASE("matches of removed articles are dropped unless they were told") {
    AlertBench bench;
    const Alert alert = bench.alert("a", "huawei");
    bench.add({"1: huawei", "2: huawei"});
    CHECK(bench.run().size() == 2);
    bench.add({"3: huawei", "4: huawei"});
    CHECK(bench.match(alert).matches == 2);
    bench.remove("1");
    bench.remove("3");
    drop_removed(bench.searcher(), bench.store().outbox(), noon - shown_days);
    CHECK(bench.shown(alert) == Ids{"4", "2"});
    CHECK(bench.run() == Ids{"a/4"});
    bench.add({"1: huawei", "3: huawei"});
    CHECK(bench.run() == Ids{"a/3"});  // The first was told before.
}

}  // namespace nutgraf::tests::in_matcher_test
