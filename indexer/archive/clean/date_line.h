#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace nutgraf::archive {

/// The date that a line above an article is, as ISO 8601 has it: "Published: 10 May 2019, 14:30
/// GMT", "May 10, 2019". Empty for a line that says anything else, and for one that gives no day.
std::optional<std::string> date_in_line(std::string_view line);

/// The same of a date in a dateline; empty where it lacks the year.
std::optional<std::string> whole_date(std::string_view date);

}  // namespace nutgraf::archive
