#pragma once

#include "indexer/commands.h"

#include <chrono>
#include <string>
#include <vector>

namespace nutgraf::indexer {

/// What `feed` was asked. The index, the gazetteer and what is said of refusals are in `add`.
struct FeedRequest {
    std::string url;
    std::vector<std::string> urls;  ///< To poll; empty: all.
    std::string source;
    double seconds = 30;  ///< A server may take for one feed.
    bool as_json = false;
    std::string agent;  ///< How we call ourselves to servers.
};

// Each runs one verb of `nutgraf-indexer feed`, as those of commands.h do.

int add_feed(const AddRequest& request, const FeedRequest& feed);
int remove_feed(const AddRequest& request, const FeedRequest& feed);
int list_feeds(const AddRequest& request, const FeedRequest& feed);

/// Fetches what has changed and adds its articles. What is known of a feed is stored when its
/// articles are acknowledged, so that an interruption loses nothing. A feed that fails is told of
/// and the others go on.
int poll_feeds(const AddRequest& request, const FeedRequest& asked);

}  // namespace nutgraf::indexer
