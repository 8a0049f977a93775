#pragma once

#include "base/json.h"
#include "indexer/archive/wire/wire_text.h"

#include <optional>

namespace nutgraf::archive {

/// A transmission in IPTC 7901 under the import fields' names. Its header is
///
///     source and number, priority, category, words[, what the agency adds]
///     keywords
///
/// as in "mer0812 4 wi 171 mer 0027". Empty when it has another one.
std::optional<Json> iptc_7901_fields(const WireLines& lines);

}  // namespace nutgraf::archive
