#pragma once

#include "searchd/query/syntax.h"

#include <cstddef>

namespace nutgraf::query {

/// How large a query is when it is printed. What the limits of syntax.h are about: whatever keeps
/// them can be printed and read again.
struct Size {
    std::size_t leaves = 0;    ///< Words, those of phrases included, and filters.
    std::size_t prefixes = 0;  ///< Words among them that end in a star.
    std::size_t similar = 0;   ///< Words among them that end in a tilde.
    std::size_t depth = 1;     ///< Levels: parentheses, NOTs and fields around a word, and itself.
};

Size size_of(const Query& query);

/// Whether a part needs parentheses before a weight, besides those of AND and OR.
bool needs_parentheses(const Query& query);

}  // namespace nutgraf::query
