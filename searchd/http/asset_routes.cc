#include "searchd/http/asset_routes.h"

#include "base/utf8.h"
#include "searchd/http/problem.h"
#include "searchd/render/assets.h"

#include <fmt/format.h>

namespace nutgraf::http {

Response asset(const RouteContext&, const Request& request, const std::string& name) {
    const render::Asset* found = render::asset_named(name);
    if (found == nullptr)
        throw Problem{
            404, fmt::format("There is nothing at \"{}\".", visible(request.path)), {}, {}};
    return {200,
            std::string(found->content_type),
            std::string(found->bytes),
            {{"Cache-Control", "max-age=3600"}}};
}

}  // namespace nutgraf::http
