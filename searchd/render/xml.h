#pragma once

#include <string>
#include <string_view>

namespace nutgraf::render {

/// A text for an XML document, in an element or a quoted attribute. Characters that XML 1.0 does
/// not allow are left out, bytes that are not UTF-8 become U+FFFD.
std::string xml_escaped(std::string_view text);

}  // namespace nutgraf::render
