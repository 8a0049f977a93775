#pragma once

#include "searchd/search/hit.h"

#include <chrono>
#include <string>
#include <vector>

namespace nutgraf::render {

/// One entry of a feed. Ids are IRIs and the same for life; addresses may be empty.
struct FeedEntry {
    std::string id;
    std::string title;
    std::string address;   ///< Where it is read.
    std::string original;  ///< Where it was published; left out unless it is a web address.
    std::string author;
    std::string text;  ///< Plain.
    std::chrono::sys_seconds updated;
};

/// A feed, or one page of it.
struct Feed {
    std::string id;
    std::string title;
    std::string address;  ///< Its own; may be empty.
    std::string next;     ///< Of the page with older entries (RFC 5005); empty: there is none.
    std::chrono::sys_seconds updated;
    std::vector<FeedEntry> entries;
};

/// An id for a feed or an entry: unique without asking anybody, and never an address (RFC 4151).
std::string feed_id(const std::string& name);

/// A hit as an entry with the id of its article, changed when it was published (1970 when undated);
/// `site`, "http://…", is where its page is, empty for none.
FeedEntry entry_of(const search::Hit& hit, const std::string& site);

/// The feed as an Atom document (RFC 4287). Characters that XML does not allow are left out, bytes
/// that are not UTF-8 become U+FFFD.
std::string to_atom(const Feed& feed);

}  // namespace nutgraf::render
