#pragma once

#include "indexer/archive/clean/dateline.h"
#include "indexer/archive/clean/partial_date.h"

#include <optional>
#include <string_view>

namespace nutgraf::archive {

/// The dateline of a Chinese report: "新华社北京3月29日电", the agency, the place if one is told,
/// the day, and the word for a dispatch, also in brackets or in long forms of the characters. Empty
/// for any other beginning, such as "据新华社报道": that is somebody who quotes the agency.
Dateline chinese_dateline_of(std::string_view paragraph);

/// The date that "3月29日" or "2019年3月29日" is; empty for anything else.
std::optional<PartialDate> chinese_date(std::string_view text);

}  // namespace nutgraf::archive
