#pragma once

#include <cstdlib>
#include <filesystem>
#include <optional>

namespace nutgraf::tests {

/// The root of this checkout.
inline std::filesystem::path checkout() {
    return NUTGRAF_CHECKOUT;
}

/// The reference material outside the project; empty where it is absent.
inline std::optional<std::filesystem::path> reference() {
    const char* const given = std::getenv("NUTGRAF_REFERENCE");
    std::filesystem::path folder = given != nullptr ? given : checkout().parent_path() / "shared";
    if (!std::filesystem::is_directory(folder)) return {};
    return folder;
}

}  // namespace nutgraf::tests
