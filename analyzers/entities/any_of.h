#pragma once

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace nutgraf::entities {

/// Whether a word is one of a few; for more there are lexicons.
inline bool is_any_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::ranges::find(words, word) != words.end();
}

}  // namespace nutgraf::entities
