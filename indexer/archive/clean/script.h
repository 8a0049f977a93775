#pragma once

#include <cstdint>
#include <string_view>

namespace nutgraf::archive {

/// What letters a text is written in.
enum class Script : std::uint8_t {
    none,  ///< No letters, or of scripts that are not told apart.
    latin,
    greek,
    cyrillic,
    armenian,
    hebrew,
    arabic,
    indic,
    thai,
    georgian,
    east_asian,
};

/// The script of most letters of a text; of a long text, of its first 4 KiB. None for a text
/// without letters.
Script script_of(std::string_view text);

}  // namespace nutgraf::archive
