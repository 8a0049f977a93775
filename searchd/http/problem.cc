#include "searchd/http/problem.h"

#include "base/json.h"
#include "searchd/render/html.h"

namespace nutgraf::http {

namespace {

/// Tells a client when to come back, where waiting helps, and which methods there are.
void add_headers(const Problem& problem, Response& response) {
    if (response.status == 503) response.headers.emplace_back("Retry-After", "1");
    if (!problem.allowed_methods.empty())
        response.headers.emplace_back("Allow", problem.allowed_methods);
}

}  // namespace

std::string title_of(int status) {
    switch (status) {
        case 400:
            return "Bad request";
        case 403:
            return "Forbidden";
        case 404:
            return "Not found";
        case 405:
            return "Method not allowed";
        case 409:
            return "Conflict";
        case 410:
            return "No longer there";
        case 413:
            return "Body too large";
        case 414:
            return "Address too long";
        case 415:
            return "Unsupported media type";
        case 421:
            return "Unknown host";
        case 503:
            return "Not available just now";
        default:
            return status < 500 ? "Refused" : "Internal error";
    }
}

Response problem_json(const Problem& problem, const std::string& request_id) {
    Json record = {{"type", "about:blank"},
                   {"title", title_of(problem.status)},
                   {"status", problem.status},
                   {"detail", problem.detail}};
    if (!problem.parameter.empty()) record["parameter"] = problem.parameter;
    if (!problem.hint.empty()) record["hint"] = problem.hint;
    record["request_id"] = request_id;
    Response response{problem.status, "application/problem+json", to_text(record) + "\n", {}};
    add_headers(problem, response);
    return response;
}

Response problem_html(const Problem& problem) {
    std::string detail = problem.detail;
    if (!problem.hint.empty()) detail += " " + problem.hint;
    Response response{problem.status,
                      "text/html",
                      render::problem_page(problem.status, title_of(problem.status), detail),
                      {}};
    add_headers(problem, response);
    return response;
}

}  // namespace nutgraf::http
