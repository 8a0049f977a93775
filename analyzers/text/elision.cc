#include "analyzers/text/elision.h"

#include <algorithm>
#include <array>

namespace nutgraf::analyzers {

bool is_elidible(std::string_view caseless) {
    static constexpr std::array<std::string_view, 13> words = {
        "l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"};
    return std::ranges::find(words, caseless) != words.end();
}

}  // namespace nutgraf::analyzers
