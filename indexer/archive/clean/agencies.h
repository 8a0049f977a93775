#pragma once

#include <string>
#include <string_view>

namespace nutgraf::archive {

/// Whether a name is that of a news agency, or of a service of one: "Reuters", "dpa-AFX".
bool is_agency(std::string_view name);

/// Whether a name says of itself that it is a news service: "Meridian Wire".
bool is_called_a_service(std::string_view name);

/// Whether a name is that of a city which stands in datelines without its country: "LONDON".
bool is_dateline_city(std::string_view name);

}  // namespace nutgraf::archive
