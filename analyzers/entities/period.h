#pragma once

#include "analyzers/entities/gazetteer.h"
#include "base/expected.h"

#include <string>
#include <string_view>

namespace nutgraf::entities {

/// Why a text is no period, as a sentence.
struct PeriodError {
    std::string message;
};

/// "2018-07-09..2019-07-24", the end not included; either may be absent, and a month or a year
/// stands for its first day. Periods that no day lies in are refused.
Expected<Period, PeriodError> parse_period(std::string_view text);

}  // namespace nutgraf::entities
