#pragma once

#include "base/json.h"

#include <string>
#include <string_view>

namespace nutgraf::archive {

/// What a page says of its article, under the import fields' names: by schema.org's JSON-LD, then
/// OpenGraph and other meta elements, then the elements themselves; the text is the main text of
/// the page (main_text), or what JSON-LD gives as the article's body where the page has less.
///
/// `html` is UTF-8; `url` is where it was, and may be empty.
Json html_page_fields(std::string_view html, std::string_view url);

}  // namespace nutgraf::archive
