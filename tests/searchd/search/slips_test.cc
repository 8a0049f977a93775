#include "searchd/search/slips.h"

#include <doctest/doctest.h>

#include <string>

namespace nutgraf::tests::in_slips_test {

using nutgraf::search::slip_cost;

TEST_CASE("what happens often costs less than what seldom happens") {
    struct Case {
        std::string typed, likelier, less_likely;
    };
    const Case cases[] = {
        {"huqwei", "huawei", "hukwei"},           // A key beside the right one.
        {"hauwei", "huawei", "huwei"},            // Neighbours swapped.
        {"comittee", "committee", "comirttee"},   // A letter not doubled.
        {"govemment", "government", "govement"},  // rn read as m.
        {"huavvei", "huawei", "huavei"},          // w read as vv.
        {"c1ose", "close", "chose"},              // l read as 1.
        {"bank", "banks", "tank"},                // The first letter is seldom wrong.
    };
    for (const Case& c : cases) {
        CAPTURE(c.typed);
        CHECK(slip_cost(c.typed, c.likelier) < slip_cost(c.typed, c.less_likely));
    }
}

TEST_CASE("only the same word costs nothing, and a cost is the same both ways") {
    const std::string words[] = {"",           "a",         "huawei", "hauwei",
                                 "government", "govemment", "дума",   std::string(100, 'x')};
    for (const std::string& one : words)
        for (const std::string& other : words) {
            CAPTURE(one);
            CAPTURE(other);
            CHECK((slip_cost(one, other) == 0) == (one == other));
            CHECK(slip_cost(one, other) == doctest::Approx(slip_cost(other, one)));
        }
}

}  // namespace nutgraf::tests::in_slips_test
