#pragma once

#include "base/json.h"
#include "indexer/fetch.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace nutgraf::indexer {

/// A feed that is polled, and how that went. Instants are in ISO 8601, empty before there is one.
struct Feed {
    std::string url;
    std::string source;  ///< Of articles that name none.
    Validators validators;
    std::string polled;          ///< When last.
    std::string changed;         ///< When there was last something new.
    std::string failure;         ///< Why the last poll failed; empty when it did not.
    std::uint64_t failures = 0;  ///< Since it last did not.

    bool operator==(const Feed&) const = default;
};

/// A feed as JSON, absent rather than empty, and back. `feed_from` throws Json::exception for
/// anything else.
Json to_json(const Feed& feed);
Feed feed_from(const Json& record);

/// Why an address is none of a feed: a whole sentence. Empty when it may be one: HTTP or HTTPS,
/// without spaces and controls.
std::string fault_of_address(const std::string& url);

/// The feeds of an index, in `feeds.json` in its folder, which is replaced in one step at each
/// change. Several processes may change it, one at a time. Not thread-safe: one per thread.
class FeedList {
public:
    /// The folder is made when it is missing.
    explicit FeedList(std::filesystem::path index);

    /// All feeds, in the order in which they were added. Throws Error when the file is damaged.
    std::vector<Feed> feeds() const;

    /// Adds a feed; false when its address is in the list.
    bool add(const Feed& feed);

    /// Removes a feed; false when its address is not in the list.
    bool remove(const std::string& url);

    /// Puts a feed, which may have another address now, in the place of the one of an address.
    /// Nothing when that has been removed.
    void put(const std::string& url, const Feed& feed);

private:
    bool change(const std::function<bool(std::vector<Feed>&)>& how);

    std::filesystem::path index_;
};

}  // namespace nutgraf::indexer
