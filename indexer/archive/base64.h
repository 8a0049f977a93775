#pragma once

#include <string>
#include <string_view>

namespace nutgraf::archive {

/// Base64 undone; what is not of its alphabet is skipped.
std::string base64_decoded(std::string_view text);

}  // namespace nutgraf::archive
