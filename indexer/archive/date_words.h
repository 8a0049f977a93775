#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace nutgraf::archive {

/// 1 to 12 for an English month, whole or cut to three letters or more; empty for another word.
std::optional<int> month_of_word(std::string_view word);

/// The same, and for a month as German, French, Spanish and Russian dates write it: "mayo", "мая".
std::optional<int> month_of_any_word(std::string_view word);

/// The day of the week of a word: English, whole or cut, or whole in those languages. Only ASCII
/// letters may be capitals. Empty for another word.
std::optional<std::chrono::weekday> weekday_of_word(std::string_view word);

/// Minutes east of UTC of a zone's letters: "GMT", "EST", "Z"; empty for another word.
std::optional<int> zone_of_word(std::string_view word);

}  // namespace nutgraf::archive
