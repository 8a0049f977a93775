#pragma once

#include "base/utf8.h"

#include <string>
#include <string_view>

namespace nutgraf::query {

/// A piece of a query as messages quote it: visible, and cut where it is long.
inline std::string shown(std::string_view text) {
    constexpr std::size_t max_bytes = 60;
    constexpr std::size_t longest_code_point = 4;
    if (text.size() <= max_bytes) return visible(text);
    const std::string begin = repaired_utf8(text.substr(0, max_bytes + longest_code_point));
    return visible(utf8_prefix(begin, max_bytes)) + "…";
}

}  // namespace nutgraf::query
