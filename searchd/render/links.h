#pragma once

#include "searchd/render/html.h"

#include <string>
#include <string_view>

namespace nutgraf::render {

/// The bytes of a text as they may stand in the query of an address: all but letters, digits and
/// "-._~" as "%20".
std::string percent_encoded(std::string_view text);

/// The address of the page of an article; the query it was found by may be empty.
std::string article_address(std::string_view key, std::string_view text);

/// The address of the page of an organisation or a person.
std::string entity_address(std::string_view id);

/// Whether an address from outside may become a link: http or https, with a host, and without
/// anything that browsers and people read differently (controls, spaces, backslashes, user names).
bool is_web_address(std::string_view url);

}  // namespace nutgraf::render
