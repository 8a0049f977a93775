#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace nutgraf::analyzers {

/// The ISO 639 code of a declared language: "en" for "en-GB", "EN_us" or "eng". Empty when the
/// text is not the tag of a language ICU knows.
std::optional<std::string> language_code(std::string_view declared);

/// The language most of a UTF-8 text is written in, as an ISO 639 code. Empty when the text is too
/// short or too mixed to tell. Looks at the first 4 KiB.
std::optional<std::string> detected_language(std::string_view text);

/// The English name of a language code, "German" for "de"; the code itself when it is not known.
std::string language_name(std::string_view code);

}  // namespace nutgraf::analyzers
