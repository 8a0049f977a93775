#include "searchd/search/state_cache.h"

#include <doctest/doctest.h>

#include <atomic>
#include <stdexcept>
#include <thread>

namespace nutgraf::tests::in_state_cache_test {

using nutgraf::search::StateCache;

TEST_CASE("a value is made once for a state, and the last two states are kept") {
    StateCache<int> cache;
    int made = 0;
    const auto value = [&](std::uint64_t sequence, const char* database) {
        return *cache.value({"uuid", sequence, {database}},
                            [&] { return std::make_shared<const int>(++made); });
    };
    CHECK(value(1, "a") == 1);
    CHECK(value(1, "a") == 1);
    CHECK(value(1, "b") == 2);  // Rebuilt.
    CHECK(value(1, "a") == 1);  // Now the last used.
    CHECK(value(2, "a") == 3);
    CHECK(value(1, "a") == 1);
    CHECK(value(1, "b") == 4);
}

TEST_CASE("a value that could not be made is made at the next call") {
    StateCache<int> cache;
    const auto fails = []() -> std::shared_ptr<const int> { throw std::runtime_error("no"); };
    CHECK_THROWS_AS(cache.value({}, fails), std::runtime_error);
    CHECK(*cache.value({}, [] { return std::make_shared<const int>(7); }) == 7);
}

TEST_CASE("threads that ask at once get the same value") {
    StateCache<int> cache;
    std::atomic<int> made = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 8; ++i)
            threads.emplace_back([&] {
                for (int round = 0; round < 100; ++round)
                    cache.value({}, [&] { return std::make_shared<const int>(++made); });
            });
    }
    CHECK(made == 1);
}

}  // namespace nutgraf::tests::in_state_cache_test
