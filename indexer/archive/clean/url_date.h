#pragma once

#include "base/date.h"

#include <optional>
#include <string_view>

namespace nutgraf::archive {

/// The day, or the month, that the path of an address names: "/2019/03/29/", "/2019/mar/29/",
/// "/2019/03/", "/2019-03-29-talks", "/20190329/". Empty where it names none, or several; years are
/// read from 1990, when the first pages were written, to 2099.
std::optional<DaySpan> date_in_url(std::string_view url);

}  // namespace nutgraf::archive
