#include "searchd/http/body_type.h"

#include "searchd/http/problem.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace nutgraf::http {

namespace {

constexpr std::string_view json_type = "application/json";
constexpr std::string_view form_type = "application/x-www-form-urlencoded";

struct Taker {
    std::string_view method;
    std::string_view path;  // It, or what is below it.
    std::string_view type;
};

constexpr std::array takers = {
    Taker{"POST", "/api/v1/search", json_type},
    Taker{"POST", "/api/v1/alerts", json_type},
    Taker{"PATCH", "/api/v1/alerts", json_type},
    Taker{"POST", "/alerts", form_type},
};

bool is_at_or_below(std::string_view path, std::string_view top) {
    return path.starts_with(top) && (path.size() == top.size() || path[top.size()] == '/');
}

}  // namespace

std::string_view body_type(std::string_view method, std::string_view path) {
    // No address that takes a body is longer, and the library's regular expressions recurse.
    constexpr std::size_t longest_path = 100;
    const auto* taker = std::ranges::find_if(takers, [&](const Taker& candidate) {
        return candidate.method == method && is_at_or_below(path, candidate.path);
    });
    if (taker == takers.end() || path.size() > longest_path) return {};
    return taker->type;
}

bool has_body_type(const Request& request) {
    const std::string_view given = request.content_type;
    std::string_view type = given.substr(0, given.find(';'));
    while (type.ends_with(' ')) type.remove_suffix(1);
    return type == body_type(request.method, request.path);
}

void require_body_type(const Request& request) {
    if (has_body_type(request)) return;
    throw Problem{
        415, fmt::format("The body must be {}.", body_type(request.method, request.path)), {}, {}};
}

}  // namespace nutgraf::http
