#include "indexer/progress.h"

#include "base/json.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_progress_test {

using namespace nutgraf;
using namespace nutgraf::indexer;

namespace {

Progress progress(std::uint64_t read, std::uint64_t text_bytes, double seconds) {
    Progress made;
    made.totals.read = read;
    made.totals.text_bytes = text_bytes;
    made.elapsed = std::chrono::duration<double>(seconds);
    return made;
}

}  // namespace

TEST_CASE("the line says how many, how fast, how far and how long yet") {
    struct Case {
        Progress progress;
        std::uint64_t file_bytes, all_file_bytes;
        std::string expected;
    };
    const Case cases[] = {
        {progress(0, 0, 0), 0, 0, "0 articles, 0.0 MB/s"},
        {progress(999, 0, 1), 0, 0, "999 articles, 0.0 MB/s"},
        {progress(1000, 0, 1), 0, 0, "1,000 articles, 0.0 MB/s"},
        {progress(1'234'567, 8'300'000, 1), 0, 0, "1,234,567 articles, 8.3 MB/s"},
        {progress(12'400, 83'000'000, 10), 41, 100, "12,400 articles, 8.3 MB/s, 41 %, 14 s left"},
        {progress(1, 0, 10), 0, 100, "1 articles, 0.0 MB/s"},
        {progress(5, 5'000'000, 10), 100, 100, "5 articles, 0.5 MB/s, 100 %, 0 s left"},
        // A file that has grown while it was read.
        {progress(5, 5'000'000, 10), 150, 100, "5 articles, 0.5 MB/s, 100 %, 0 s left"},
    };
    for (Case c : cases) {
        c.progress.totals.file_bytes = c.file_bytes;
        c.progress.all_file_bytes = c.all_file_bytes;
        CHECK(progress_line(c.progress) == c.expected);
    }
}

TEST_CASE("the closing line has every count") {
    Progress made = progress(10, 5'000'000, 2);
    made.totals.added = 4;
    made.totals.replaced = 3;
    made.totals.unchanged = 2;
    made.totals.refused = 1;
    made.totals.acknowledged = 77;
    CHECK(summary_line(made) ==
          "read 10, added 4, replaced 3, unchanged 2, refused 1, 2.0 s, "
          "5 articles/s, 2.5 MB/s");
    // Notices are named where there are any.
    made.totals.killed = 5;
    made.totals.corrected = 6;
    CHECK(summary_line(made) ==
          "read 10, added 4, replaced 3, unchanged 2, refused 1, killed 5, corrected 6, 2.0 s, "
          "5 articles/s, 2.5 MB/s");
    made.totals.withheld = 7;
    made.totals.embargoed = 8;
    CHECK(summary_line(progress(0, 0, 0)) ==
          "read 0, added 0, replaced 0, unchanged 0, refused 0, "
          "0.0 s, 0 articles/s, 0.0 MB/s");
    const std::string members =
        R"("read":10,"added":4,"replaced":3,"unchanged":2,"refused":1,"killed":5,"withheld":7,)"
        R"("embargoed":8,"corrected":6,"acknowledged":77,)"
        R"("seconds":2.0,"articles_per_second":5.0,"megabytes_per_second":2.5})";
    CHECK(summary_json(made) == R"({"version":1,"event":"summary",)" + members);
    CHECK(progress_json(made) == R"({"version":1,"event":"progress",)" + members);
}

}  // namespace nutgraf::tests::in_progress_test
