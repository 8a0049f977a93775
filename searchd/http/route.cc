#include "searchd/http/route.h"

#include "base/closest.h"
#include "base/utf8.h"
#include "searchd/http/problem.h"

#include <fmt/format.h>

#include <algorithm>

namespace nutgraf::http {

namespace {

bool is_number(std::string_view text) {
    return text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

std::optional<std::string> name_in(std::string_view path, std::string_view pattern) {
    const auto open = pattern.find('{');
    if (open == std::string_view::npos)
        return path == pattern ? std::optional<std::string>(std::in_place) : std::nullopt;
    const std::string_view before = pattern.substr(0, open);
    const std::string_view behind = pattern.substr(pattern.find('}') + 1);
    if (path.size() <= before.size() + behind.size()) return std::nullopt;
    if (!path.starts_with(before) || !path.ends_with(behind)) return std::nullopt;
    path.remove_prefix(before.size());
    path.remove_suffix(behind.size());
    if (pattern.substr(open).starts_with("{id}") && !is_number(path)) return std::nullopt;
    return std::string(path);
}

bool takes_body(std::string_view method) {
    return method == "POST" || method == "PUT" || method == "PATCH";
}

void refuse_unknown(const Request& request, const Route& route) {
    if (route.unknown == Unknown::is_ignored) return;
    std::vector<std::string_view> names;
    names.reserve(route.parameters.size());
    for (const Parameter& parameter : route.parameters) names.push_back(parameter.name);
    for (const auto& [name, value] : request.parameters) {
        if (std::ranges::find(names, name) != names.end()) continue;
        const auto meant = closest(name, names);
        throw Problem{400, fmt::format("There is no parameter \"{}\".", visible(name)), name,
                      meant ? fmt::format("Is \"{}\" meant?", *meant) : ""};
    }
}

}  // namespace nutgraf::http
