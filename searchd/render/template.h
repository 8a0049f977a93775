#pragma once

#include "base/json.h"

#include <string>
#include <string_view>

namespace nutgraf::render {

/// A whole page: the layout `page.html` around a template such as "search.html", filled in with the
/// members of a record.
///
/// `{{> name}}` stands for the template "name.html", and in the layout `{{> content}}` for the
/// page's own. In sections `false`, null, "" and [] count as absent. Every value is escaped: & < >
/// " ', and what is not UTF-8, or a control other than tab and line feed, becomes U+FFFD. Throws
/// Error when there is no such template or it is malformed.
std::string filled_page(std::string_view content, const Json& fields);

}  // namespace nutgraf::render
