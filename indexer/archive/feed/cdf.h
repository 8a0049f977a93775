#pragma once

#include "indexer/archive/xml/xml_node.h"

namespace nutgraf::archive {

/// Whether an element is one of the Channel Definition Format, which writes its names in capitals.
bool is_cdf(const XmlNode& node);

/// The element as RSS has it: the address that is an attribute as an element, the abstract as a
/// description, the names in small letters.
XmlNode cdf_as_rss(const XmlNode& node);

}  // namespace nutgraf::archive
