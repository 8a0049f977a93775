#pragma once

#include "searchd/query/syntax.h"

#include <string>
#include <string_view>

namespace nutgraf::query {

/// The query in its own language, with every operator written out: "huawei AND NOT germany".
/// Parsing that text gives the same query again.
std::string to_text(const Query& query);

/// "info", "warning" or "error".
std::string_view name_of(Severity severity);

}  // namespace nutgraf::query
