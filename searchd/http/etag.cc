#include "searchd/http/etag.h"

#include "base/digest.h"
#include "searchd/query/saved_queries.h"
#include "searchd/render/assets.h"

#include <fmt/format.h>

#include <string_view>

namespace nutgraf::http {

namespace {

/// Whether an If-None-Match header names an entity tag; being weak or not does not count there
/// (RFC 9110, 13.1.2).
bool is_named(std::string_view etag, std::string_view if_none_match) {
    constexpr std::string_view weak = "W/";
    if (etag.starts_with(weak)) etag.remove_prefix(weak.size());
    return if_none_match == "*" || if_none_match.find(etag) != std::string_view::npos;
}

}  // namespace

std::string state_of(const search::Results& results) {
    const std::string saved = query::saved_in(results.query);
    const std::string state = state_of(results.index_uuid, results.revision);
    return saved.empty() ? state : state + " " + hexadecimal(bytes_of(sha256(saved)));
}

std::string state_of(const std::string& index_uuid, std::uint64_t revision) {
    return fmt::format("{} {} {} {}", index_uuid, revision,
                       render::asset_named("style.css")->digest,
                       render::asset_named("suggest.js")->digest);
}

Response with_etag(const Request& request, const std::string& state, Response response) {
    std::string question = state + "\n" + request.path;
    for (const auto& [name, value] : request.parameters)
        question.append("\n").append(name).append("=").append(value);
    const std::string etag =
        fmt::format("W/\"{}\"", hexadecimal(bytes_of(sha256(question)).substr(0, 12)));
    if (is_named(etag, request.if_none_match)) response = Response{304, {}, {}, {}};
    response.headers.emplace_back("ETag", etag);
    response.headers.emplace_back("Cache-Control", "no-cache");
    return response;
}

}  // namespace nutgraf::http
