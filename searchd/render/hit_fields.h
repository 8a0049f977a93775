#pragma once

#include "base/json.h"
#include "searchd/search/hit.h"

#include <string_view>
#include <vector>

namespace nutgraf::render {

/// The fields of "hit.html"; `text` is the query the hit was found by, which its page will mark.
Json hit_fields(std::string_view text, const search::Hit& hit);

/// Those of several hits.
Json hit_list(std::string_view text, const std::vector<search::Hit>& hits);

}  // namespace nutgraf::render
