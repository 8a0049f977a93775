#pragma once

#include <optional>
#include <string_view>

namespace nutgraf::archive {

/// 1 to 12 for an English month, whole or cut to three letters or more; empty for another word.
std::optional<int> month_of_word(std::string_view word);

/// Minutes east of UTC of a zone's letters: "GMT", "EST", "Z"; empty for another word.
std::optional<int> zone_of_word(std::string_view word);

}  // namespace nutgraf::archive
