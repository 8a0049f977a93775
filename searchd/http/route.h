#pragma once

#include "searchd/http/request.h"
#include "searchd/http/route_context.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::http {

/// One parameter of an address.
struct Parameter {
    std::string_view name;
    std::string_view help;  ///< A phrase, for the description of the API.
    std::string_view schema = R"({"type":"string"})";  ///< Of its value, in JSON Schema.
};

/// Whether a parameter that is not known is refused, as by the API, or ignored, as by the pages.
enum class Unknown { is_refused, is_ignored };

/// One method of one address. A row of the table in routes.cc.
struct Route {
    std::string_view method;  ///< "GET" answers HEAD too.
    /// The path; "{name}" stands for text of at least one byte, "{id}" for a whole number. One such
    /// stands in it at most.
    std::string_view pattern;
    /// Answers a request; `name` is what "{name}" stands for. Throws Problem for what the client
    /// got wrong, other exceptions for what fails here.
    Response (*answer)(const RouteContext& context, const Request& request,
                       const std::string& name);
    std::vector<Parameter> parameters = {};  ///< Those known.
    Unknown unknown = Unknown::is_refused;
    /// What it answers, as a phrase; empty for what the description of the API leaves out.
    std::string_view help = {};
    /// The schema of a JSON answer (openapi_schemas.cc), or else its media type.
    std::string_view answers = {};
};

/// What "{name}" of a pattern stands for in a path: empty for a pattern without it, and nothing
/// when the path is another one.
std::optional<std::string> name_in(std::string_view path, std::string_view pattern);

/// Whether a request of that method may have a body at all.
bool takes_body(std::string_view method);

/// Throws Problem where a request has a parameter that its route does not know and refuses.
void refuse_unknown(const Request& request, const Route& route);

}  // namespace nutgraf::http
