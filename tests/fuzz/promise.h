#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace nutgraf::tests {

/// The bytes a fuzz target was given, as text.
inline std::string_view text_from(const std::uint8_t* data, std::size_t size) {
    return size == 0 ? std::string_view()
                     : std::string_view(reinterpret_cast<const char*>(data), size);
}

/// Ends a fuzz target whose input broke a promise, saying which.
inline void require(bool is_kept, std::string_view promise) {
    if (is_kept) return;
    std::fprintf(stderr, "Broken: %.*s\n", static_cast<int>(promise.size()), promise.data());
    std::abort();
}

}  // namespace nutgraf::tests
