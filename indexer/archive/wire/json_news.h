#pragma once

#include "base/json.h"

namespace nutgraf::archive {

/// A record of ninjs 1 to 3, of dpa's digital wires or of a JSON Feed, under the import fields'
/// names and with plain texts; any other value as it is.
Json news_fields(const Json& record);

}  // namespace nutgraf::archive
