#pragma once

#include <string>
#include <string_view>

namespace nutgraf::archive {

/// What the beginning of a file says of the markup in it.
struct XmlRoot {
    std::string name;     ///< Of the root element, in small letters and without prefix; or empty.
    std::string doctype;  ///< The name behind "<!DOCTYPE", in small letters; or empty.
    bool is_declared = false;  ///< It begins with an XML declaration.
};

/// Reads it off UTF-8. Nothing is found where the text begins with anything but markup.
XmlRoot xml_root(std::string_view beginning);

}  // namespace nutgraf::archive
