#pragma once

#include "searchd/query/syntax.h"

#include <string>

namespace nutgraf::query {

/// The query in its own language, with every operator written out: "huawei AND NOT germany".
/// Parsing that text gives the same query again.
std::string to_text(const Query& query);

}  // namespace nutgraf::query
