#pragma once

#include <cstdint>
#include <string_view>

namespace nutgraf::entities {

/// How a word is written.
enum class Shape : std::uint8_t {
    lower,          ///< "ban"; also scripts and words without capitals.
    title,          ///< "Huawei"
    capitals,       ///< "ZTE", "U.S.", "AT&T"
    initial,        ///< "J", "J."
    mixed,          ///< "McCain", "BlackBerry"
    inner_capital,  ///< "iPhone"
    number,         ///< "5G", "2019": begins with a digit.
};

/// A shape, and the letters it was told by.
struct Lettering {
    Shape shape = Shape::lower;
    std::uint32_t letters = 0;
    std::uint32_t capitals = 0;
};

/// How a word of a text is written.
Lettering lettering(std::string_view word);

/// Whether a word of this shape begins with a capital.
inline bool begins_with_capital(Shape shape) {
    return shape == Shape::title || shape == Shape::capitals || shape == Shape::initial ||
           shape == Shape::mixed;
}

}  // namespace nutgraf::entities
