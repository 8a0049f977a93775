#pragma once

#include <string>
#include <string_view>

namespace nutgraf::entities {

/// A name as names are compared: its folded words, a space between two; empty when it has no word.
std::string compared_name(std::string_view name);

}  // namespace nutgraf::entities
