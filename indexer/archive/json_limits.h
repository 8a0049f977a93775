#pragma once

#include <cstddef>

namespace nutgraf::archive {

/// The most values that a record of JSON may be made of: what only says something has a few dozen.
constexpr std::size_t max_record_values = 100'000;

}  // namespace nutgraf::archive
