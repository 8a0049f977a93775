#include "searchd/alerts/alert_queries.h"

#include "searchd/query/print.h"
#include "tests/searchd/alerts/bench.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

namespace nutgraf::tests::in_alert_queries_test {

using namespace nutgraf;
using alerts::AlertQueries;

namespace {

constexpr std::chrono::sys_days today = std::chrono::floor<std::chrono::days>(tests::noon);

}  // namespace

TEST_CASE("an alert's query is read with its filters, and its dates count from today") {
    tests::AlertBench bench;
    alerts::NewAlert wanted{"my telecoms", {"huawei date:1d.."}, {}, "", "secret", tests::noon};
    wanted.query.sources = {"Courier"};
    REQUIRE(bench.store().add(wanted));
    AlertQueries queries(bench.store_path(), nullptr, today);
    const auto reading = queries.reading("my telecoms");
    REQUIRE(reading.query);
    CHECK(query::to_text(*reading.query) ==
          "(huawei AND date:2019-05-10..) AND source:=\"courier\"");
}

TEST_CASE("an unknown name suggests what is like it, and a query that cannot be read says why") {
    tests::AlertBench bench;
    bench.alert("telecoms", "huawei");
    bench.alert("broken", "org:huawei");  // Which is read without a gazetteer here.
    AlertQueries queries(bench.store_path(), nullptr, today);
    CHECK(queries.reading("Telecoms").message == "There is no alert \"Telecoms\".");
    CHECK(queries.reading("Telecoms").suggestion == "telecoms");
    CHECK(queries.reading("quite another").suggestion.empty());
    CHECK(queries.reading("broken").message.starts_with(
        "The query of the alert \"broken\" cannot be read any more: Column 1: "));
}

TEST_CASE("an alert cannot ask for another, nor for itself") {
    tests::AlertBench bench;
    bench.alert("loop", "alert:loop");
    AlertQueries queries(bench.store_path(), nullptr, today);
    CHECK(queries.reading("loop").message.find("not in an alert") != std::string::npos);
    const auto refused = alerts::checked({"ban alert:loop"}, today, nullptr);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message.starts_with("Column 11: \"alert:\" can be asked for"));
}

TEST_CASE("no file of alerts is made by asking for one") {
    const tests::ScratchFolder folder;
    const std::filesystem::path path = folder.path() / "alerts.db";
    AlertQueries queries(path, nullptr, today);
    CHECK(queries.reading("telecoms").message == "There is no alert \"telecoms\".");
    CHECK_FALSE(std::filesystem::exists(path));
}

}  // namespace nutgraf::tests::in_alert_queries_test
