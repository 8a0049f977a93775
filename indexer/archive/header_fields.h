#pragma once

#include <map>
#include <string>
#include <string_view>

namespace nutgraf::archive {

/// Header fields, their names in small letters; of two with one name the first.
using HeaderFields = std::map<std::string, std::string, std::less<>>;

/// Reads "Name: value" lines, continued ones too, up to the end of the text.
HeaderFields header_fields(std::string_view lines);

/// The value of a field; empty when it is absent.
std::string_view field_value(const HeaderFields& fields, std::string_view name);

}  // namespace nutgraf::archive
