#pragma once

#include "base/json.h"
#include "searchd/render/html.h"

#include <string>

namespace nutgraf::render {

/// "21–40 of 214"; empty when the page holds no hit.
std::string range_text(const SearchPage& page, const search::Results& results);

/// Where other pages can be reached; false when there are none.
Json paging_fields(const SearchPage& page, const search::Results& results);

}  // namespace nutgraf::render
