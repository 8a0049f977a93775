#pragma once

#include <optional>
#include <string_view>

namespace nutgraf::analyzers {

/// The stem of a word where Snowball's would throw it together with words of another meaning:
/// "university" is no "universe". `caseless` may have an English possessive. Empty for all other
/// words. Lives as long as the program.
std::optional<std::string_view> exceptional_stem(std::string_view language,
                                                 std::string_view caseless);

}  // namespace nutgraf::analyzers
