#include "indexer/feed_list.h"

#include "tests/base/scratch_folder.h"
#include "tests/support/failure.h"

#include <doctest/doctest.h>

#include <thread>

namespace nutgraf::tests::in_feed_list_test {

using namespace nutgraf;
using namespace nutgraf::indexer;
using namespace nutgraf::tests;

namespace {

Feed feed_at(const std::string& url) {
    Feed feed;
    feed.url = url;
    return feed;
}

const std::string first = "http://c.example/1";
const std::string second = "http://c.example/2";

std::vector<std::string> addresses(const FeedList& list) {
    std::vector<std::string> urls;
    for (const Feed& feed : list.feeds()) urls.push_back(feed.url);
    return urls;
}

}  // namespace

TEST_CASE("a feed is on the list once, with all that is known of it") {
    const ScratchFolder folder;
    FeedList list(folder.path() / "index");
    CHECK(list.feeds().empty());
    CHECK(list.add(feed_at(first)));
    CHECK_FALSE(list.add(feed_at(first)));
    CHECK(list.add(feed_at(second)));
    const Feed known{first, "The Courier", {"\"e\"", "Fri"}, "2026", "2025", "No.", 3};
    list.put(first, known);
    CHECK(FeedList(folder.path() / "index").feeds().front() == known);
    CHECK(addresses(list) == std::vector<std::string>{first, second});
    CHECK(list.remove(first));
    CHECK_FALSE(list.remove(first));
    // What was removed while it was polled does not come back.
    list.put(first, known);
    CHECK(addresses(list) == std::vector<std::string>{second});
}

TEST_CASE("feeds that move to one address become one") {
    const ScratchFolder folder;
    FeedList list(folder.path());
    list.add(feed_at(first));
    list.add(feed_at(second));
    list.put(first, feed_at("http://c.example/3"));
    CHECK(addresses(list) == std::vector<std::string>{"http://c.example/3", second});
    list.put("http://c.example/3", feed_at(second));
    CHECK(addresses(list) == std::vector<std::string>{second});
}

TEST_CASE("a damaged list is refused, and nothing writes over it") {
    const ScratchFolder folder;
    for (const std::string content : {"", "[]", "{\"feeds\":[{}]}", "{\"feeds\":[{\"url\":1}]}"}) {
        CAPTURE(content);
        const auto path = folder.write("feeds.json", content);
        FeedList list(folder.path());
        CHECK(failure([&] { list.feeds(); }).find("is damaged") != std::string::npos);
        CHECK(failure([&] { list.add(feed_at(first)); }).find("is damaged") != std::string::npos);
        CHECK(read_file(path) == content);
    }
}

TEST_CASE("changes at the same time are all kept") {
    const ScratchFolder folder;
    constexpr int count = 20;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < count; ++i)
            threads.emplace_back([&, i] {
                FeedList(folder.path()).add(feed_at("http://c.example/" + std::to_string(i)));
            });
    }
    CHECK(FeedList(folder.path()).feeds().size() == count);
}

TEST_CASE("what can be no address of a feed is said") {
    CHECK(fault_of_address("http://c.example/feed?x=1").empty());
    CHECK(fault_of_address("https://c.example").empty());
    for (const std::string wrong : {"", "c.example", "ftp://c.example/", "file:///x", "http://",
                                    "http://a b", "http://a\nb"}) {
        CAPTURE(wrong);
        CHECK_FALSE(fault_of_address(wrong).empty());
    }
}

}  // namespace nutgraf::tests::in_feed_list_test
