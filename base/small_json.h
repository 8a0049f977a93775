#pragma once

#include "base/json.h"

#include <cstddef>
#include <string_view>

namespace nutgraf {

/// As `parse_json`, for a text from outside: refuses one of more than `max_values` values as well,
/// all that others are made of counted. Each takes many times its bytes in memory.
Expected<Json, JsonError> parse_small_json(std::string_view text, std::size_t max_values);

}  // namespace nutgraf
