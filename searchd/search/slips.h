#pragma once

#include <string_view>

namespace nutgraf::search {

/// How unlikely it is that somebody meant the one word and another was typed, or read off a page by
/// a machine: 0 for the same, 1 for each letter that was put in, left out or replaced; less for
/// what happens often. That is: a key beside the right one, neighbours swapped, a letter doubled or
/// not, and letters that look alike in print, such as rn and m. The first letter is seldom wrong
/// and counts more. Both folded, and compared by their first 64 bytes.
double slip_cost(std::string_view typed, std::string_view meant);

}  // namespace nutgraf::search
