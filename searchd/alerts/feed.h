#pragma once

#include "searchd/alerts/store.h"

#include <chrono>
#include <cstdint>
#include <string>

namespace nutgraf::alerts {

/// Which page of a feed, and for whom.
struct FeedPage {
    static constexpr std::size_t entries = 100;  ///< At most.

    std::chrono::sys_seconds now;
    std::string site;   ///< Of the daemon, "http://127.0.0.1:8080"; empty: no links to its pages.
    std::string token;  ///< Which the reader showed; empty where none was needed.
    std::int64_t before_row = 0;  ///< 0: the first page.
};

/// The address of an alert's feed on a daemon, with the secret that opens it.
std::string feed_address(const std::string& site, AlertId alert, const std::string& token);

/// Which matches are on a page of a feed, and one more where there is a next page.
Window window_of(const FeedPage& page);

/// What an alert has found as an Atom feed: the newest 100 matches of the last 30 days, newest
/// first; what is behind them is on the next page. Each match is one entry, with an id that never
/// changes. Passages are plain text.
std::string feed_of(const Alert& alert, Outbox& outbox, const FeedPage& page);

}  // namespace nutgraf::alerts
