#pragma once

#include "indexer/index/document_record.h"

namespace nutgraf::index {

/// A stored article as it was put in, which is what the journal has: without what the index knows
/// beside it, the date that the gazetteer tells and which lines its source repeats.
archive::Article as_put(StoredArticle stored);

}  // namespace nutgraf::index
