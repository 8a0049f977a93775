#include "indexer/feed_command.h"

#include "base/error.h"
#include "base/exit_status.h"
#include "base/utf8.h"
#include "indexer/feed_list.h"

#include <fmt/format.h>

#include <cstdio>

namespace nutgraf::indexer {

namespace {

/// "2026-05-10T01:00:00Z  http://…  (The server answered 404.)"
void print_feed(const Feed& feed) {
    fmt::print("{:<20}  {}{}\n", feed.polled.empty() ? "not polled yet" : feed.polled,
               visible(feed.url),
               feed.failure.empty() ? "" : fmt::format("  ({})", visible(feed.failure)));
}

}  // namespace

int add_feed(const AddRequest& request, const FeedRequest& feed) {
    if (const std::string fault = fault_of_address(feed.url); !fault.empty())
        throw Error(visible(fault));
    Feed added;
    added.url = feed.url.substr(0, feed.url.find('#'));
    added.source = feed.source;
    if (FeedList(request.index).add(added)) return exit_found;
    fmt::print(stderr, "\"{}\" is in the list already.\n", visible(added.url));
    return exit_nothing;
}

int remove_feed(const AddRequest& request, const FeedRequest& feed) {
    if (FeedList(request.index).remove(feed.url)) return exit_found;
    fmt::print(stderr, "There is no feed \"{}\" in the list.\n", visible(feed.url));
    return exit_nothing;
}

int list_feeds(const AddRequest& request, const FeedRequest& feed) {
    const auto feeds = FeedList(request.index).feeds();
    if (feed.as_json) {
        Json list = Json::array();
        for (const Feed& known : feeds) list.push_back(to_json(known));
        fmt::print("{}\n", to_visible_text({{"version", 1}, {"feeds", list}}));
    } else {
        for (const Feed& known : feeds) print_feed(known);
    }
    return feeds.empty() ? exit_nothing : exit_found;
}

}  // namespace nutgraf::indexer
