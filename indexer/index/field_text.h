#pragma once

#include "indexer/archive/article.h"
#include "indexer/index/schema.h"

#include <string>

namespace nutgraf::index {

/// What of an article the words of a field are made from: of kind text or name. The names of a
/// byline, and the pieces of furniture, have a line each.
std::string field_text(const archive::Article& article, Field field);

}  // namespace nutgraf::index
