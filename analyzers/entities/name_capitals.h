#pragma once

#include <cstdint>
#include <string_view>

namespace nutgraf::entities {

/// Which words of a name demand a capital where they begin: bit n for word n, as the tokenizer
/// counts them. Of names with more words than bits the first are told.
std::uint32_t capitals_of(std::string_view name);

}  // namespace nutgraf::entities
