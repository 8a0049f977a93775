#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace nutgraf::archive {

/// A date in any of the shapes that feeds, mails and pages have, as ISO 8601: "2004-01-01",
/// "2004-01", "2004", or an instant "2004-01-01T19:48:21+01:00". An instant without a zone counts
/// as UTC.
///
/// Read are ISO 8601 and its careless forms ("2004-1-1", "20040101T194821Z", "2004/01/01 7:48 pm",
/// "2003-335"), RFC 822 and what mailers make of it, asctime, "10 May 2019", "May 10, 2019",
/// "10.05.2019", and seconds or milliseconds since 1970. "03/04/2019" is read as neither of the
/// days it may be. Empty for anything else, and for days that no calendar has.
std::optional<std::string> iso_8601_of(std::string_view text);

}  // namespace nutgraf::archive
