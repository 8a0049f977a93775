#pragma once

#include "indexer/archive/xml/xml_node.h"

#include <string>

namespace nutgraf::archive {

/// What an element of a feed says, as plain text. RSS does not say whether its texts are HTML, so
/// they are read as such; Atom says so by `type`, and before 1.0 by `mode`. Empty for null, and for
/// what is no text: a picture in Base64.
std::string feed_text(const XmlNode* node);

}  // namespace nutgraf::archive
