#pragma once

#include "indexer/archive/article.h"
#include "indexer/index/record_fields.h"

#include <optional>
#include <string>

namespace nutgraf::index {

// When an article was published as a part of a record, and back: what says so, then the first and
// the last day; an empty text alone where it is not known. The latter throws Error where the record
// is damaged.

void put_published(std::string& bytes, const std::optional<archive::Published>& published);
std::optional<archive::Published> published_from(RecordFields& fields);

}  // namespace nutgraf::index
