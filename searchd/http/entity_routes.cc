#include "searchd/http/entity_routes.h"

#include "base/utf8.h"
#include "searchd/http/etag.h"
#include "searchd/http/json_response.h"
#include "searchd/http/problem.h"
#include "searchd/http/search_parameters.h"
#include "searchd/render/entity.h"
#include "searchd/render/entity_pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

namespace nutgraf::http {

namespace {

constexpr std::array<std::string_view, 3> kinds = {"org", "official", "person"};
constexpr std::size_t max_name_bytes = 500;

constexpr Parameter name_parameter = {
    "q", "a name in any script, a role, or how one begins; empty: those that most articles name"};
constexpr Parameter kind_parameter = {"kind", "of this kind only",
                                      R"({"type":"string","enum":["org","official","person"]})"};

/// Those parameters of a search that are taken here as they are there.
std::vector<Parameter> like_a_search(std::vector<Parameter> own,
                                     const std::vector<std::string_view>& names) {
    for (const Parameter& parameter : search_parameters())
        if (std::ranges::find(names, parameter.name) != names.end()) own.push_back(parameter);
    return own;
}

search::SearchRequest read(const Request& request) {
    auto wanted = search_request(request.parameters, Unknown::is_ignored);
    if (!wanted)
        throw Problem{400, wanted.error().message, wanted.error().parameter, wanted.error().hint};
    return std::move(*wanted);
}

search::EntityListRequest wanted_list(const Request& request) {
    const search::SearchRequest read_request = read(request);
    search::EntityListRequest wanted;
    wanted.text = read_request.text;
    wanted.kind = value_of(request.parameters, "kind");
    wanted.limit = read_request.limit;
    wanted.offset = read_request.offset;
    if (wanted.text.size() > max_name_bytes)
        throw Problem{400,
                      fmt::format("\"q\" is longer than {} bytes, as no name is.", max_name_bytes),
                      "q",
                      {}};
    if (!wanted.kind.empty() && std::ranges::find(kinds, wanted.kind) == kinds.end())
        throw Problem{400, "\"kind\" must be org, official or person.", "kind",
                      fmt::format("It is \"{}\".", visible(wanted.kind))};
    return wanted;
}

search::EntityProfile wanted_profile(const RouteContext& context, const Request& request,
                                     const std::string& id) {
    const search::SearchRequest read_request = read(request);
    search::EntityProfileRequest wanted{id, {}, {}};
    if (read_request.histogram) wanted.unit = read_request.histogram->unit;
    wanted.deadline = std::chrono::steady_clock::now() + context.options().deadline;
    auto profile = context.searcher()->entity_profile(wanted);
    if (!profile)
        throw Problem{404,
                      fmt::format("Nobody and nothing here has the id \"{}\".", visible(id)),
                      {},
                      "Names are looked up at /entities."};
    return std::move(*profile);
}

Response entity_list_api(const RouteContext& context, const Request& request, const std::string&) {
    const search::EntityListRequest wanted = wanted_list(request);
    const search::EntityList list = context.searcher()->entity_list(wanted);
    return with_etag(request, state_of(list.index_uuid, list.revision),
                     json_response(render::to_json(list, wanted.text)));
}

Response entity_api(const RouteContext& context, const Request& request, const std::string& id) {
    const search::EntityProfile profile = wanted_profile(context, request, id);
    return with_etag(request, state_of(profile.named), json_response(render::to_json(profile)));
}

Response entity_list_page(const RouteContext& context, const Request& request, const std::string&) {
    const search::EntityListRequest wanted = wanted_list(request);
    const search::EntityList list = context.searcher()->entity_list(wanted);
    return with_etag(request, state_of(list.index_uuid, list.revision),
                     {200, "text/html", render::entity_list_page({wanted, list}), {}});
}

Response entity_page(const RouteContext& context, const Request& request, const std::string& id) {
    const search::EntityProfile profile = wanted_profile(context, request, id);
    return with_etag(request, state_of(profile.named),
                     {200, "text/html", render::entity_page(profile), {}});
}

}  // namespace

std::vector<Route> entity_routes() {
    const std::vector<Parameter> of_list =
        like_a_search({name_parameter, kind_parameter}, {"limit", "offset"});
    const std::vector<Parameter> of_one = like_a_search({}, {"histogram"});
    return {{"GET", "/api/v1/entities", entity_list_api, of_list, Unknown::is_refused,
             "organisations and people by name, or by how many articles name them", "EntityList"},
            {"GET", "/api/v1/entities/{name}", entity_api, of_one, Unknown::is_refused,
             "what there is to read about one, by its id", "EntityProfile"},
            {"GET", "/entities", entity_list_page, of_list, Unknown::is_ignored},
            {"GET", "/entities/{name}", entity_page, of_one, Unknown::is_ignored}};
}

}  // namespace nutgraf::http
