#include "searchd/alerts/reading.h"

#include "tests/searchd/alerts/bench.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_reading_test {

using namespace nutgraf;
using namespace nutgraf::alerts;
using tests::AlertBench;
using tests::Ids;
using tests::noon;

namespace {

Ids present(AlertBench& bench, const Alert& alert) {
    Ids ids;
    for (const Match& match :
         present_matches(alert.id, {}, bench.store().outbox(), bench.searcher()))
        ids.push_back(match.article);
    return ids;
}

}  // namespace

TEST_CASE("a reader sees what is new, and the next run still tells all of it") {
    AlertBench bench;
    const Alert alert = bench.alert("a", "huawei");
    bench.add({"1: First huawei.", "2: Gold.", "3: Third huawei."});
    CHECK(catch_up(alert, bench.store(), bench.searcher(), {noon}).empty());
    CHECK(present(bench, alert) == Ids{"3", "1"});
    CHECK(catch_up(alert, bench.store(), bench.searcher(), {noon}).empty());
    CHECK(present(bench, alert) == Ids{"3", "1"});
    CHECK(bench.run() == Ids{"a/1", "a/3"});
    CHECK(bench.run().empty());
}

TEST_CASE("what a reader had looked at is in the history, once") {
    AlertBench bench;
    const Alert alert = bench.alert("a", "huawei");
    bench.add({"1: First huawei."});
    for (int i = 0; i < 3; ++i) catch_up(alert, bench.store(), bench.searcher(), {noon});
    const auto entries = bench.store().history().entries(alert.id, 10);
    REQUIRE(entries.size() == 1);
    CHECK(entries.front() == RunEntry{noon, 1, 2, 1, 0, 0, ""});
}

TEST_CASE("a command waits for the run, whoever reads before") {
    AlertBench bench;
    const std::string told = (bench.folder().path() / "told").string();
    const Alert alert = bench.alert("a", "huawei", Repeats::once, "cat >> '" + told + "'");
    bench.add({"1: First huawei."});
    catch_up(alert, bench.store(), bench.searcher(), {noon});
    CHECK_FALSE(std::filesystem::exists(told));
    CHECK(bench.store().outbox().counts(alert.id).pending == 1);
    bench.run();
    CHECK(std::filesystem::exists(told));
    CHECK(bench.store().outbox().counts(alert.id).pending == 0);
}

TEST_CASE("a paused alert is left where it stands") {
    AlertBench bench;
    const Alert alert = bench.alert("a", "huawei");
    const Alert paused = **bench.store().change(alert.id, {.is_paused = true});
    bench.add({"1: First huawei."});
    catch_up(paused, bench.store(), bench.searcher(), {noon});
    CHECK(present(bench, alert).empty());
    const Alert resumed = **bench.store().change(alert.id, {.is_paused = false});
    catch_up(resumed, bench.store(), bench.searcher(), {noon});
    CHECK(present(bench, alert) == Ids{"1"});
}

TEST_CASE("who is cut off loses nothing to the next reader") {
    AlertBench bench;
    const Alert alert = bench.alert("a", "huawei");
    bench.add({"1: First huawei.", "2: Second huawei.", "3: Third huawei."});
    int steps = 3;
    catch_up(alert, bench.store(), bench.searcher(), {noon, 1, [&] { return --steps > 0; }});
    const std::size_t first = present(bench, alert).size();
    CHECK(first < 3);
    catch_up(alert, bench.store(), bench.searcher(), {noon, 1});
    CHECK(present(bench, alert) == Ids{"3", "2", "1"});
}

TEST_CASE("a query that can no longer be read says why") {
    AlertBench bench;
    const Alert alert = *bench.store().add({"a", {"\"huawei"}, Repeats::once, "", "secret", noon});
    bench.add({"1: First huawei."});
    CHECK_FALSE(catch_up(alert, bench.store(), bench.searcher(), {noon}).empty());
}

TEST_CASE("articles that are removed are not shown any more, those of another index are") {
    AlertBench bench;
    const Alert alert = bench.alert("a", "huawei");
    bench.add({"1: First huawei.", "2: Second huawei."});
    catch_up(alert, bench.store(), bench.searcher(), {noon});
    search::ChangedHit elsewhere{1, {}};
    elsewhere.hit.id = "elsewhere";
    bench.store().outbox().record(alert, {"another index", 0, 1}, {elsewhere}, noon);
    bench.remove("1");
    CHECK(present(bench, alert) == Ids{"elsewhere", "2"});
}

}  // namespace nutgraf::tests::in_reading_test
