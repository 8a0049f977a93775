#pragma once

#include "base/json.h"
#include "indexer/archive/xml/xml_node.h"

#include <string>

namespace nutgraf::archive {

/// What a feed says of all its items.
struct FeedHead {
    std::string title;
    std::string lang;
    std::string base;  ///< The address its relative addresses are seen from.
};

/// An item of RSS or RDF, or an entry of Atom, under the import fields' names; texts are plain.
Json feed_item(const XmlNode& item, const FeedHead& head);

}  // namespace nutgraf::archive
