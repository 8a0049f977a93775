#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace nutgraf::archive {

/// The instant that a date with a time names, in any of the shapes that iso_8601_of reads; without
/// a zone it is UTC, and a day alone is its beginning in UTC. Empty for anything else, also for
/// seconds since 1970, which a number beside an article may be and mostly is not.
std::optional<std::chrono::sys_seconds> instant_of(std::string_view text);

/// The instant until which a wire says that a text is under embargo, of what stands behind the word
/// "until": `0600 GMT, MONDAY 3 MARCH 2025`, `00:01 ON 3 MARCH 2025`, `6 AM EST, MARCH 3, 2025`, or
/// what `instant_of` reads. Empty for anything else: a day must be told, with its year.
std::optional<std::chrono::sys_seconds> wire_instant_of(std::string_view text);

}  // namespace nutgraf::archive
