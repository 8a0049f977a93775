#pragma once

#include "searchd/http/request.h"
#include "searchd/search/hit.h"

#include <cstdint>
#include <string>

namespace nutgraf::http {

/// Names one state of one index, and the style and the script its pages have; of results also the
/// saved queries they come from.
std::string state_of(const search::Results& results);
std::string state_of(const std::string& index_uuid, std::uint64_t revision);

/// An answer a client may keep while the state it came from lasts: same question, same answer.
Response with_etag(const Request& request, const std::string& state, Response response);

}  // namespace nutgraf::http
