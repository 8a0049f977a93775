#pragma once

#include "base/expected.h"
#include "indexer/archive/article.h"
#include "indexer/archive/xml/xml_node.h"

namespace nutgraf::archive {

/// A newsItem of NewsML-G2, under the import fields' names. Refused: an item of another kind, which
/// is about articles and holds none.
Expected<Json, RecordError> newsml_g2_item(const XmlNode& item);

/// A NewsItem of NewsML 1.x.
Expected<Json, RecordError> newsml_1_item(const XmlNode& item);

}  // namespace nutgraf::archive
