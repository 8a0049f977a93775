#pragma once

#include "base/json.h"
#include "searchd/http/request.h"

namespace nutgraf::http {

/// A record as an answer, ended by a line feed.
inline Response json_response(const Json& json) {
    return {200, "application/json", to_text(json) + "\n", {}};
}

}  // namespace nutgraf::http
