#pragma once

#include "base/json.h"
#include "indexer/archive/wire/wire_text.h"

#include <optional>

namespace nutgraf::archive {

/// A transmission in ANPA 1312 under the import fields' names. Its header is
///
///     service letter and number[, agency], US, selector
///     priority, category, format (DC1 to DC4), keyword[, version], day, words
///
/// as in "a0812", US, "-----" and "u a", DC3, DC1, " BC-Harbour 1stLd-Writethru 05-10 0420". Typed
/// quotation marks and dashes become printed ones. Empty when it has another header.
std::optional<Json> anpa_1312_fields(const WireLines& lines);

}  // namespace nutgraf::archive
