#pragma once

#include "searchd/query/syntax.h"

#include <optional>
#include <string_view>
#include <vector>

namespace nutgraf::query {

/// The field that says where the words beside it are looked for: "in".
constexpr std::string_view in_field = "in";

/// Reads what stands after "in:": "furniture". Empty for anything else.
std::optional<Query> parse_in(std::string_view text);

/// Parts that AND joins. Where "in:furniture" is one of them, the words and phrases of the others
/// are looked for in the furniture, except those that have a field of their own; entities, and what
/// stands near them or in one sentence, remain where they can be: in the text.
std::vector<Query> with_places(std::vector<Query> parts);

}  // namespace nutgraf::query
