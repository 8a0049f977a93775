#pragma once

#include "analyzers/entities/analysis.h"
#include "analyzers/entities/gazetteer.h"
#include "base/date.h"

#include <optional>
#include <string_view>
#include <vector>

namespace nutgraf::index {

/// The basis of a date that is known by the terms of office-holders; see archive::Published. It
/// depends on the gazetteer, and so is no part of what the journal keeps.
constexpr std::string_view office_basis = "office";

/// The days on which all the officials whom a text without a date names with an office held those
/// offices: "Prime Minister Theresa May" and "the foreign secretary, Jeremy Hunt" were both in
/// office from 9 July 2018 to 23 July 2019. A former one says that it was over: "Gavin Williamson,
/// the former defence secretary". An office alone counts for somebody whom the text names as well.
///
/// Empty with fewer than two of them, where they never held them together or more than once, and
/// where what is left is longer than three years or begins before 1990: most texts on those are
/// of a later day.
std::optional<DaySpan> common_terms(const std::vector<entities::Mention>& mentions,
                                    const entities::Gazetteer& gazetteer);

}  // namespace nutgraf::index
