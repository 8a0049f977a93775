#include "searchd/alerts/history.h"

#include "tests/searchd/alerts/bench.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_history_test {

using namespace nutgraf;
using namespace nutgraf::alerts;
using tests::AlertBench;
using tests::noon;

TEST_CASE("runs are listed newest first, each alert's for itself") {
    AlertBench bench;
    History& history = bench.store().history();
    const Alert a = bench.alert("a", "huawei");
    const Alert b = bench.alert("b", "huawei");
    const RunEntry first{noon, 1, 5, 2, 1, 1, "It ended with status 1."};
    const RunEntry second{noon + std::chrono::hours(1), 5, 9, 0, 0, 0, ""};
    history.add(a.id, first);
    history.add(b.id, second);
    history.add(a.id, second);
    CHECK(history.entries(a.id, 10) == std::vector{second, first});
    CHECK(history.entries(a.id, 1) == std::vector{second});
    CHECK(history.entries(b.id, 10) == std::vector{second});
    history.add({99}, first);
    CHECK(history.entries({99}, 10).empty());
}

TEST_CASE("only the last runs are kept") {
    AlertBench bench;
    History& history = bench.store().history();
    const Alert a = bench.alert("a", "huawei");
    const Alert b = bench.alert("b", "huawei");
    history.add(b.id, {noon, 0, 1});
    const auto count = static_cast<std::uint64_t>(History::kept_runs) + 5;
    for (std::uint64_t i = 1; i <= count; ++i) history.add(a.id, {noon, i - 1, i});
    const auto entries = history.entries(a.id, 1000);
    CHECK(entries.size() == static_cast<std::size_t>(History::kept_runs));
    CHECK(entries.front().to == count);
    CHECK(history.entries(b.id, 1000).size() == 1);
}

}  // namespace nutgraf::tests::in_history_test
