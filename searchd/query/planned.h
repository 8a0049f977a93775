#pragma once

#include <string_view>

namespace nutgraf::query {

/// Whether the language has a field of that name which this version does not: it is recognised, so
/// that it is refused by name instead of being searched for as if it were text.
bool is_planned_field(std::string_view name);

}  // namespace nutgraf::query
