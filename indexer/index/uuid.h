#pragma once

#include <string>

namespace nutgraf::index {

/// A new random UUID (RFC 9562, version 4) in its usual form.
std::string new_uuid();

}  // namespace nutgraf::index
