#pragma once

#include <string_view>

namespace nutgraf::analyzers {

/// Whether a word in small letters is what French and its neighbours write before a vowel with an
/// apostrophe in place of one of its own: "l", "qu", "jusqu".
bool is_elidible(std::string_view caseless);

}  // namespace nutgraf::analyzers
