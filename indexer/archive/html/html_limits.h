#pragma once

#include <string_view>

namespace nutgraf::archive {

/// Whether a text has more elements inside one another, or attributes in one tag, than any page
/// needs. Gumbo takes time that grows with the square of both, and walking its tree takes a stack.
///
/// An element counts as open until its own end tag closes it with nothing but words of a line open
/// inside it, so a page may look deeper here than gumbo makes it, never flatter.
bool is_built_to_exhaust(std::string_view html);

}  // namespace nutgraf::archive
