#include "searchd/http/openapi.h"

#include <cassert>
#include <string>
#include <utility>

namespace nutgraf::http {

namespace {

Json json_in(std::string_view json) {
    auto value = parse_json(json);
    assert(value);
    return value ? std::move(*value) : Json::object();
}

Json described(const Parameter& parameter) {
    return {{"name", parameter.name},
            {"in", "query"},
            {"description", parameter.help},
            {"schema", json_in(parameter.schema)}};
}

/// The "{name}" of a pattern; empty where it has none.
std::string_view placeholder(std::string_view pattern) {
    const auto open = pattern.find('{');
    if (open == std::string_view::npos) return {};
    return pattern.substr(open + 1, pattern.find('}') - open - 1);
}

Json parameter_list(const Route& route) {
    Json list = Json::array();
    if (const auto name = placeholder(route.pattern); !name.empty())
        list.push_back(
            {{"name", name}, {"in", "path"}, {"required", true}, {"schema", {{"type", "string"}}}});
    if (takes_body(route.method)) return list;
    for (const Parameter& parameter : route.parameters) list.push_back(described(parameter));
    return list;
}

Json content(std::string_view type, Json schema) {
    return {{std::string(type), {{"schema", std::move(schema)}}}};
}

Json reference(std::string_view schema) {
    return {{"$ref", "#/components/schemas/" + std::string(schema)}};
}

/// What a body may hold: the parameters as the members of one record.
Json body_of(const Route& route) {
    Json members = Json::object();
    for (const Parameter& parameter : route.parameters)
        members[std::string(parameter.name)] = json_in(parameter.schema);
    return {{"required", true},
            {"content", content("application/json", {{"type", "object"},
                                                     {"properties", std::move(members)},
                                                     {"additionalProperties", false}})}};
}

/// A media type has a slash in it; the name of a schema has none.
Json answer_of(const Route& route) {
    if (route.answers.empty()) return content("application/json", Json::object());
    if (route.answers.find('/') != std::string_view::npos)
        return content(route.answers, {{"type", "string"}});
    return content("application/json", reference(route.answers));
}

Json operation(const Route& route) {
    // What makes or removes something says so by its status (RFC 9110, 9.3).
    const std::string success = route.method == "GET" ? "200" : "2XX";
    Json record = {{"summary", route.help}, {"parameters", parameter_list(route)}};
    if (takes_body(route.method)) record["requestBody"] = body_of(route);
    record["responses"] = {
        {success, {{"description", route.help}, {"content", answer_of(route)}}},
        {"default",
         {{"description", "what went wrong"},
          {"content", content("application/problem+json", reference("Problem"))}}}};
    return record;
}

std::string in_lower_case(std::string_view method) {
    std::string lower(method);
    for (char& letter : lower) letter = static_cast<char>(letter | 0x20);
    return lower;
}

}  // namespace

Json openapi_of(const std::vector<Route>& routes) {
    Json paths = Json::object();
    for (const Route& route : routes)
        if (!route.help.empty())
            paths[std::string(route.pattern)][in_lower_case(route.method)] = operation(route);
    return {{"openapi", "3.1.0"},
            {"info",
             {{"title", "Nutgraf"},
              {"version", "1"},
              {"description", "Full-text search over an archive of news articles."}}},
            {"servers", Json::array({{{"url", "/"}}})},
            {"paths", std::move(paths)},
            {"components", {{"schemas", json_in(api_schemas())}}}};
}

}  // namespace nutgraf::http
