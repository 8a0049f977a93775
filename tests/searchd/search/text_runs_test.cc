#include "searchd/search/text_runs.h"

#include <doctest/doctest.h>

#include <string>

namespace nutgraf::tests::in_text_runs_test {

using nutgraf::search::TextRuns;

TEST_CASE("a text that is mostly another one is told, whichever is longer") {
    const std::string story =
        "The ministry said on Monday that the bridge would stay closed until the spring, since the "
        "piers had been damaged by the flood.";
    const TextRuns runs(story);
    CHECK(runs.are_mostly_those_of(story));
    CHECK(
        runs.are_mostly_those_of("THE MINISTRY said, on Monday, that the bridge would stay closed "
                                 "until the spring. More soon."));
    CHECK(runs.are_mostly_those_of("An agency reports. " + story + " Nobody was hurt at all."));
    CHECK_FALSE(runs.are_mostly_those_of(
        "The ministry opened the bridge on Monday, and the flood damaged piers until spring."));
    CHECK_FALSE(runs.are_mostly_those_of(""));
    CHECK_FALSE(TextRuns("two words").are_mostly_those_of("two words"));
}

}  // namespace nutgraf::tests::in_text_runs_test
