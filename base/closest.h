#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace nutgraf {

/// The candidate a mistyped word most likely means: the one the fewest single-letter
/// insertions, deletions, replacements and swaps of neighbours away (optimal string
/// alignment distance), the first of several. None when even that one differs in more
/// than a third of the longer word's letters, rounded up, and none for an empty word. The view
/// is the candidate's.
std::optional<std::string_view> closest(std::string_view word,
                                        std::span<const std::string_view> candidates);

}  // namespace nutgraf
