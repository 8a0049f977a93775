#include "searchd/alerts/feed.h"

#include "tests/searchd/alerts/bench.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_feed_test {

using namespace nutgraf;
using namespace nutgraf::alerts;
using tests::AlertBench;
using tests::noon;

namespace {

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t times = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++times;
    return times;
}

bool holds(const std::string& text, const std::string& part) {
    return count(text, part) > 0;
}

search::ChangedHit changed(std::uint64_t sequence) {
    search::ChangedHit changed{sequence, {}};
    changed.hit.id = "article " + std::to_string(sequence);
    changed.hit.title.text = "Title " + std::to_string(sequence);
    return changed;
}

}  // namespace

TEST_CASE("a feed shows every match once, newest first, under ids that stay") {
    AlertBench bench;
    const Alert alert = bench.alert("a", "huawei");
    bench.add({"1: First huawei.", "2: Second huawei."});
    bench.match(alert);
    const FeedPage page{noon, "http://127.0.0.1:8080", "secret"};
    const std::string feed = feed_of(alert, bench.store().outbox(), page);
    CAPTURE(feed);
    CHECK(count(feed, "<entry>") == 2);
    CHECK(feed.find("Headline of 2") < feed.find("Headline of 1"));
    CHECK(holds(feed, "<id>tag:nutgraf,2026:alert/" + alert.uuid + "</id>"));
    for (const Match& match : bench.store().outbox().newest(alert.id, {}))
        CHECK(count(feed, "<id>tag:nutgraf,2026:match/" + match.id + "</id>") == 1);
    CHECK(holds(feed, "<content type=\"text\">First huawei.</content>"));
    CHECK(holds(feed, "<link rel=\"alternate\" href=\"http://127.0.0.1:8080/articles/"));
    CHECK(holds(feed, "<link rel=\"self\" href=\"http://127.0.0.1:8080/api/v1/alerts/" +
                          std::to_string(alert.id.value) + "/feed.atom?token=secret\"/>"));
    CHECK(!holds(feed, "rel=\"next\""));
    CHECK(feed_of(alert, bench.store().outbox(), page) == feed);
    CHECK(!holds(feed_of(alert, bench.store().outbox(), {noon}), "<link"));
}

TEST_CASE("a feed of many matches is read on page by page, and nothing is missing between") {
    AlertBench bench;
    const Alert alert = *bench.store().add({"a", {"x"}, Repeats::once, "", "secret", noon});
    std::vector<search::ChangedHit> hits;
    for (std::uint64_t i = 1; i <= 250; ++i) hits.push_back(changed(i));
    bench.store().outbox().record(alert, {"index", 0, 250}, hits, noon);
    std::string all;
    FeedPage page{noon, "http://h", "t"};
    for (int pages = 1;; ++pages) {
        const std::string feed = feed_of(alert, bench.store().outbox(), page);
        CHECK(count(feed, "<entry>") <= 100);
        all += feed;
        const auto next = feed.find("&amp;before=");
        if (next == std::string::npos) {
            CHECK(pages == 3);
            break;
        }
        page.before_row = std::stoll(feed.substr(next + 12));
    }
    for (std::uint64_t i = 1; i <= 250; ++i)
        CHECK(count(all, "<title>Title " + std::to_string(i) + "</title>") == 1);
}

TEST_CASE("a feed reaches back thirty days") {
    AlertBench bench;
    const Alert alert = *bench.store().add({"a", {"x"}, Repeats::once, "", "secret", noon});
    bench.store().outbox().record(alert, {"index", 0, 1}, {changed(1)}, noon);
    const auto entries = [&](std::chrono::sys_seconds now) {
        return count(feed_of(alert, bench.store().outbox(), {now}), "<entry>");
    };
    CHECK(entries(noon + std::chrono::days(30)) == 1);
    CHECK(entries(noon + std::chrono::days(30) + std::chrono::seconds(1)) == 0);
}

}  // namespace nutgraf::tests::in_feed_test
