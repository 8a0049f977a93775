#pragma once

#include "searchd/query/parser.h"

#include <string_view>

namespace nutgraf::query {

/// The words of a text that has no operators, as many as the limit on leaves allows.
ParsedQuery plain_query(std::string_view text, const ParseOptions& options);

}  // namespace nutgraf::query
