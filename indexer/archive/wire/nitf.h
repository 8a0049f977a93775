#pragma once

#include "base/json.h"
#include "indexer/archive/xml/xml_node.h"

#include <string>

namespace nutgraf::archive {

/// What a NITF 3 document says, under the import fields' names. Fields that are there stay as they
/// are: NewsML around it may have said them.
void add_nitf(const XmlNode& nitf, Json& fields);

/// The text of an element of a wire format: its paragraphs, headings, items of lists and rows, with
/// an empty line between them; pictures and what is said of them left out. Empty for null.
std::string wire_text(const XmlNode* node);

/// All of an element's text on one line; empty for null.
std::string wire_line(const XmlNode* node);

}  // namespace nutgraf::archive
