#pragma once

#include "searchd/http/request.h"

#include <string_view>

namespace nutgraf::http {

/// The content type of the body that a request of this method and path may have: JSON for the API,
/// a form for the pages. Empty where it may have none.
std::string_view body_type(std::string_view method, std::string_view path);

/// Whether the body of a request has the type it may have; parameters behind it do not count.
bool has_body_type(const Request& request);

/// Throws Problem 415 when it has another.
void require_body_type(const Request& request);

}  // namespace nutgraf::http
