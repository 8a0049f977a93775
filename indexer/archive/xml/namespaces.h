#pragma once

#include <string>
#include <string_view>

namespace nutgraf::archive {

/// A name as XmlNode writes it. Any of the three but `local` may be empty.
std::string usual_name(std::string_view uri, std::string_view prefix, std::string_view local);

}  // namespace nutgraf::archive
