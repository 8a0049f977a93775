#include "searchd/alerts/outbox.h"

#include "tests/searchd/alerts/bench.h"
#include "tests/support/failure.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_outbox_test {

using namespace nutgraf;
using namespace nutgraf::alerts;
using tests::AlertBench;
using tests::Ids;
using tests::noon;

namespace {

const std::string here = "index-uuid";

search::ChangedHit changed(std::uint64_t sequence, const std::string& id) {
    search::ChangedHit changed{sequence, {}};
    changed.hit.id = id;
    return changed;
}

/// The articles of the matches still to be printed.
Ids unprinted(Outbox& outbox) {
    Ids ids;
    for (const Match& match : outbox.unprinted(std::nullopt, 1000)) ids.push_back(match.article);
    return ids;
}

/// An alert that has looked at nothing yet.
Alert fresh_alert(Store& store, Repeats repeats, const std::string& command = "") {
    return *store.add({"a", {"huawei"}, repeats, command, "secret", noon});
}

}  // namespace

TEST_CASE("matches and the cursor that covers them are recorded together") {
    AlertBench bench;
    Outbox& outbox = bench.store().outbox();
    const Alert alert = fresh_alert(bench.store(), Repeats::once);
    CHECK(outbox.record(alert, {here, 0, 10}, {changed(3, "x"), changed(7, "y")}, noon) == 2U);
    CHECK(outbox.cursor(alert.id, here) == Cursor{here, 0, 10});
    CHECK(outbox.cursors(alert.id) == std::vector{Cursor{here, 0, 10}});
    CHECK(unprinted(outbox) == Ids{"x", "y"});
    CHECK(outbox.counts(alert.id).total == 2);
}

TEST_CASE("a failure at either of the two leaves neither") {
    AlertBench bench;
    Outbox& outbox = bench.store().outbox();
    const Alert alert = fresh_alert(bench.store(), Repeats::once);
    Database other(bench.store_path());
    for (const char* const event : {"INSERT ON cursors", "INSERT ON matches"}) {
        CAPTURE(event);
        other.run(std::string("CREATE TRIGGER cut AFTER ") + event +
                  " BEGIN SELECT raise(ABORT, 'cut'); END");
        CHECK(tests::failure([&] {
                  outbox.record(alert, {here, 0, 10}, {changed(3, "x"), changed(7, "y")}, noon);
              }).ends_with("cut."));
        other.run("DROP TRIGGER cut");
        CHECK(!outbox.cursor(alert.id, here));
        CHECK(unprinted(outbox).empty());
    }
    CHECK(outbox.record(alert, {here, 0, 10}, {changed(3, "x")}, noon) == 1U);
}

TEST_CASE("an article is kept once, or once for each of its versions") {
    struct Case {
        Repeats repeats;
        std::size_t again;
    };
    for (const Case& c : {Case{Repeats::once, 0}, Case{Repeats::every_version, 1}}) {
        AlertBench bench;
        Outbox& outbox = bench.store().outbox();
        const Alert alert = fresh_alert(bench.store(), c.repeats);
        CHECK(outbox.record(alert, {here, 0, 5}, {changed(3, "x")}, noon) == 1U);
        CHECK(outbox.is_new(alert, here, changed(8, "x")) == (c.again == 1));
        CHECK(outbox.record(alert, {here, 5, 9}, {changed(8, "x")}, noon) == c.again);
        CHECK(outbox.record(alert, {here, 9, 12}, {changed(8, "x")}, noon) == 0U);
        CHECK(outbox.is_new(alert, "another index", changed(3, "x")));
        CHECK(outbox.record(alert, {"another index", 0, 5}, {changed(3, "x")}, noon) == 1U);
    }
}

TEST_CASE("nothing is recorded for an alert that others have changed or moved on meanwhile") {
    AlertBench bench;
    Outbox& outbox = bench.store().outbox();
    const Alert alert = fresh_alert(bench.store(), Repeats::once);
    CHECK(outbox.record(alert, {here, 0, 5}, {}, noon) == 0U);
    CHECK(!outbox.record(alert, {here, 0, 6}, {changed(6, "x")}, noon));
    CHECK(bench.store().change(alert.id, {.query = SavedQuery{"other"}}));
    CHECK(!outbox.record(alert, {here, 5, 6}, {changed(6, "x")}, noon));
    const Alert changed_alert = *bench.store().alert(alert.id);
    CHECK(bench.store().change(alert.id, {.is_paused = true}));
    CHECK(!outbox.record(*bench.store().alert(alert.id), {here, 5, 6}, {changed(6, "x")}, noon));
    CHECK(bench.store().remove(alert.id));
    CHECK(!outbox.record(changed_alert, {here, 5, 6}, {changed(6, "x")}, noon));
    CHECK(unprinted(outbox).empty());
}

TEST_CASE("what was printed is not printed again") {
    AlertBench bench;
    Outbox& outbox = bench.store().outbox();
    const Alert alert = fresh_alert(bench.store(), Repeats::once);
    CHECK(outbox.record(alert, {here, 0, 10}, {changed(3, "x"), changed(7, "y")}, noon) == 2U);
    outbox.mark_printed(outbox.unprinted(alert.id, 1));
    CHECK(unprinted(outbox) == Ids{"y"});
    CHECK(outbox.unprinted(AlertId{99}, 10).empty());
}

TEST_CASE("what waits for a command is handed over least tried first") {
    AlertBench bench;
    Outbox& outbox = bench.store().outbox();
    const Alert alert = fresh_alert(bench.store(), Repeats::once, "cat");
    outbox.record(alert, {here, 0, 9}, {changed(3, "x"), changed(7, "y"), changed(8, "z")}, noon);
    auto rows = outbox.pending(alert.id);
    REQUIRE(rows.size() == 3);
    outbox.mark_failed(rows[0], noon, "It ended with status 1.");
    outbox.mark_delivered(rows[1], noon);
    CHECK(outbox.pending(alert.id) == std::vector{rows[2], rows[0]});
    CHECK(outbox.counts(alert.id).pending == 2);
    const auto failed = outbox.match(rows[0]);
    REQUIRE(failed);
    CHECK(failed->attempts == 1);
    CHECK(failed->failure == "It ended with status 1.");
    CHECK(failed->delivery == Delivery::pending);
    CHECK(outbox.match(rows[1])->delivery == Delivery::delivered);
    CHECK(outbox.match(rows[1])->attempts == 1);
    CHECK(!outbox.match(99));
    // Without a command there is nothing to wait for.
    CHECK(bench.store().change(alert.id, {.command = ""}));
    CHECK(outbox.pending(alert.id).empty());
}

TEST_CASE("of a removed article what was not told is dropped, and what was told is forgotten") {
    AlertBench bench;
    Outbox& outbox = bench.store().outbox();
    const Alert alert = fresh_alert(bench.store(), Repeats::once, "cat");
    outbox.record(alert, {here, 0, 9}, {changed(3, "x"), changed(7, "y")}, noon);
    const auto rows = outbox.pending(alert.id);
    outbox.mark_delivered(rows[0], noon);
    outbox.drop("another index", {"x", "y"});
    CHECK(bench.shown(alert) == Ids{"y", "x"});
    outbox.drop(here, {"x", "y"});
    CHECK(bench.shown(alert).empty());
    CHECK(unprinted(outbox).empty());
    CHECK(outbox.match(rows[0])->record.empty());
    CHECK(!outbox.match(rows[1]));
    // Put in again, only what was not told is news.
    CHECK(outbox.record(alert, {here, 9, 12}, {changed(11, "x"), changed(12, "y")}, noon) == 1U);
}

TEST_CASE("the articles that matches tell of are listed in batches") {
    AlertBench bench;
    Outbox& outbox = bench.store().outbox();
    const Alert alert = fresh_alert(bench.store(), Repeats::once);
    outbox.record(alert, {here, 0, 9}, {changed(3, "x"), changed(7, "y"), changed(8, "z")}, noon);
    CHECK(outbox.articles_told_of(here, noon, "", 2) == Ids{"x", "y"});
    CHECK(outbox.articles_told_of(here, noon, "y", 2) == Ids{"z"});
    CHECK(outbox.articles_told_of("another index", noon, "", 2).empty());
    const auto later = noon + std::chrono::seconds(1);
    CHECK(outbox.articles_told_of(here, later, "", 9).size() == 3);  // Still to be printed.
    outbox.mark_printed(outbox.unprinted(std::nullopt, 9));
    CHECK(outbox.articles_told_of(here, later, "", 9).empty());
}

TEST_CASE("matches are shown newest first, in pages, as far back as is asked") {
    AlertBench bench;
    Outbox& outbox = bench.store().outbox();
    const Alert alert = fresh_alert(bench.store(), Repeats::once);
    const auto later = noon + std::chrono::hours(1);
    outbox.record(alert, {here, 0, 5}, {changed(3, "x"), changed(4, "y")}, noon);
    outbox.record(alert, {here, 5, 9}, {changed(8, "z")}, later);
    CHECK(bench.shown(alert) == Ids{"z", "y", "x"});
    const auto first = outbox.newest(alert.id, {noon, 0, 2});
    REQUIRE(first.size() == 2);
    CHECK(outbox.newest(alert.id, {noon, first[1].row, 2}).front().article == "x");
    CHECK(outbox.newest(alert.id, {later, 0, 9}).size() == 1);
}

TEST_CASE("a rewound alert looks at everything since it began, as far as there is anything") {
    AlertBench bench;
    Outbox& outbox = bench.store().outbox();
    NewAlert wanted{"a", {"huawei"}, Repeats::once, "", "secret", noon};
    wanted.start = Cursor{here, 4, 4};
    const Alert alert = *bench.store().add(wanted);
    outbox.record(alert, {here, 4, 20}, {}, noon);
    outbox.rewind(alert.id, here, 30);
    CHECK(outbox.cursor(alert.id, here) == Cursor{here, 4, 20});
    outbox.rewind(alert.id, here, 10);
    CHECK(outbox.cursor(alert.id, here) == Cursor{here, 4, 4});
    outbox.record(alert, {here, 4, 20}, {}, noon);
    outbox.rewind(alert.id, here, 2);
    CHECK(outbox.cursor(alert.id, here) == Cursor{here, 2, 2});
}

}  // namespace nutgraf::tests::in_outbox_test
