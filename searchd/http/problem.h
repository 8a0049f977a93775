#pragma once

#include "searchd/http/request.h"

#include <stdexcept>
#include <string>

namespace nutgraf::http {

/// What a request failed for: thrown by a handler, caught around the one request.
struct Problem {
    int status = 500;
    std::string detail;                ///< A whole sentence.
    std::string parameter;             ///< Which parameter it is about; may be empty.
    std::string hint;                  ///< What would be right; may be empty.
    std::string allowed_methods = {};  ///< Of a 405: "GET, HEAD".
};

/// The usual words for a status: "Not found".
std::string title_of(int status);

/// The problem for a program: application/problem+json (RFC 9457).
Response problem_json(const Problem& problem, const std::string& request_id);

/// The problem for a person: a page.
Response problem_html(const Problem& problem);

}  // namespace nutgraf::http
