#include "searchd/alerts/run_lock.h"

#include "tests/base/scratch_folder.h"
#include "tests/support/failure.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <string>

namespace nutgraf::tests::in_run_lock_test {

using namespace nutgraf;
using alerts::RunLock;
using namespace std::chrono_literals;

TEST_CASE("one program runs the alerts of a store; another is told which") {
    const tests::ScratchFolder folder;
    const auto store = folder.path() / "alerts.db";
    {
        const RunLock lock(store, 0ms);
        CHECK(tests::failure([&] { RunLock other(store, 60ms); }) ==
              "Process " + std::to_string(::getpid()) + " is running the alerts of \"" +
                  store.string() + "\"; try again when it has ended.");
        const RunLock elsewhere(folder.path() / "other.db", 0ms);
    }
    const RunLock lock(store, 0ms);
}

}  // namespace nutgraf::tests::in_run_lock_test
