#include "searchd/alerts/delivery.h"

#include "base/file.h"
#include "tests/searchd/alerts/bench.h"
#include "tests/support/failure.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace nutgraf::tests::in_delivery_test {

using namespace nutgraf;
using namespace nutgraf::alerts;
using tests::AlertBench;
using tests::Ids;
using tests::noon;

namespace {

Deliveries deliver_all(AlertBench& bench, const Alert& alert) {
    return deliver(alert, bench.store().outbox(), {noon});
}

std::size_t lines_of(const std::filesystem::path& file) {
    if (!std::filesystem::exists(file)) return 0;
    const std::string text = read_file(file);
    return static_cast<std::size_t>(std::ranges::count(text, '\n'));
}

}  // namespace

TEST_CASE("each match is handed to the command once, as a line of JSON, with its names") {
    AlertBench bench;
    const std::string log = bench.folder().path() / "log";
    const std::string names = bench.folder().path() / "names";
    const Alert alert = bench.alert(
        "a b", "huawei", Repeats::once,
        "cat >> " + log + "; echo \"$NUTGRAF_ALERT/$NUTGRAF_ARTICLE/$NUTGRAF_MATCH\" >> " + names);
    bench.add({"1: huawei", "2: huawei"});
    CHECK(bench.match(alert).matches == 2);
    const Deliveries deliveries = deliver_all(bench, alert);
    CHECK(deliveries.delivered == 2);
    CHECK(deliveries.failed == 0);
    CHECK(deliver_all(bench, alert).delivered == 0);
    CHECK(lines_of(log) == 2);
    const std::string text = read_file(log);
    const auto record = parse_json(text.substr(0, text.find('\n')));
    REQUIRE(record);
    CHECK((*record)["alert"] == "a b");
    CHECK((*record)["id"] == "1");
    CHECK(read_file(names).starts_with("a b/1/" + (*record)["match"].get<std::string>() + "\n"));
}

TEST_CASE("what a command does not take waits for the next run, with the attempts counted") {
    AlertBench bench;
    const std::string gate = bench.folder().path() / "gate";
    const Alert alert = bench.alert("a", "huawei", Repeats::once, "test -e " + gate);
    bench.add({"1: huawei", "2: huawei"});
    CHECK(bench.match(alert).matches == 2);
    for (int i = 1; i <= 2; ++i) {
        const Deliveries failed = deliver_all(bench, alert);
        CHECK(failed.delivered == 0);
        CHECK(failed.failed == 2);
        CHECK(failed.failure == "It ended with status 1.");
        const auto rows = bench.store().outbox().pending(alert.id);
        REQUIRE(rows.size() == 2);
        CHECK(bench.store().outbox().match(rows.front())->attempts == i);
    }
    bench.folder().write("gate", "");
    CHECK(deliver_all(bench, alert).delivered == 2);
    CHECK(bench.store().outbox().pending(alert.id).empty());
}

TEST_CASE("after some failures in a row the rest waits, and what was not tried comes first") {
    AlertBench bench;
    const std::string log = bench.folder().path() / "log";
    const Alert alert =
        bench.alert("a", "huawei", Repeats::once, "echo $NUTGRAF_ARTICLE >> " + log + "; exit 1");
    bench.add({"1: huawei", "2: huawei", "3: huawei"});
    CHECK(bench.match(alert).matches == 3);
    DeliveryOptions options{noon};
    options.patience = 2;
    CHECK(deliver(alert, bench.store().outbox(), options).failed == 2);
    CHECK(deliver(alert, bench.store().outbox(), options).failed == 2);
    CHECK(read_file(log) == "1\n2\n3\n1\n");
}

TEST_CASE("a run cut off before it noted a delivery hands the match over again, with the same id") {
    AlertBench bench;
    const std::string log = bench.folder().path() / "log";
    const Alert alert = bench.alert("a", "huawei", Repeats::once, "echo $NUTGRAF_MATCH >> " + log);
    bench.add({"1: huawei"});
    CHECK(bench.match(alert).matches == 1);
    Database other(bench.store_path());
    other.run("CREATE TRIGGER cut BEFORE UPDATE ON matches BEGIN SELECT raise(ABORT, 'cut'); END");
    CHECK(tests::failure([&] { deliver_all(bench, alert); }).ends_with("cut."));
    other.run("DROP TRIGGER cut");
    CHECK(deliver_all(bench, alert).delivered == 1);
    const std::string text = read_file(log);
    CHECK(lines_of(log) == 2);
    CHECK(text.substr(0, text.size() / 2) == text.substr(text.size() / 2));
}

TEST_CASE("an alert without a command delivers nothing, and a told one stops between matches") {
    AlertBench bench;
    const Alert silent = bench.alert("a", "huawei");
    const Alert alert = bench.alert("b", "huawei", Repeats::once, "true");
    bench.add({"1: huawei", "2: huawei"});
    bench.match(silent);
    bench.match(alert);
    CHECK(deliver_all(bench, silent).delivered == 0);
    int steps = 0;
    DeliveryOptions options{noon};
    options.goes_on = [&] { return ++steps < 2; };
    CHECK(deliver(alert, bench.store().outbox(), options).delivered == 1);
    CHECK(deliver_all(bench, alert).delivered == 1);
}

TEST_CASE("a command that hangs is ended and its match waits") {
    AlertBench bench;
    const Alert alert = bench.alert("a", "huawei", Repeats::once, "sleep 100");
    bench.add({"1: huawei"});
    bench.match(alert);
    DeliveryOptions options{noon};
    options.time_limit = std::chrono::milliseconds(50);
    const Deliveries deliveries = deliver(alert, bench.store().outbox(), options);
    CHECK(deliveries.failed == 1);
    CHECK(deliveries.failure == "It took longer than 0.05 s and was ended.");
}

}  // namespace nutgraf::tests::in_delivery_test
