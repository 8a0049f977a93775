#include "searchd/render/assets.h"

#include "base/error.h"
#include "searchd/render/embedded.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace nutgraf::render {

namespace {

/// What kind of asset a file is, by the end of its name; empty for a template.
std::string_view content_type_of(std::string_view name) {
    if (name.ends_with(".css")) return "text/css";
    if (name.ends_with(".js")) return "text/javascript";
    if (name.ends_with(".svg")) return "image/svg+xml";
    return {};
}

std::vector<Asset> all_assets() {
    std::vector<Asset> assets;
    for (const EmbeddedFile& file : embedded_files())
        if (const auto type = content_type_of(file.name); !type.empty())
            assets.push_back({file.name, type, file.content, file.digest});
    return assets;
}

}  // namespace

const Asset* asset_named(std::string_view name) {
    static const std::vector<Asset> assets = all_assets();
    const auto found = std::ranges::find(assets, name, &Asset::name);
    return found == assets.end() ? nullptr : &*found;
}

std::string_view page_template(std::string_view name) {
    const auto files = embedded_files();
    const auto found = std::ranges::find(files, name, &EmbeddedFile::name);
    if (found == files.end() || !name.ends_with(".html"))
        throw Error(fmt::format("The program holds no page template \"{}\".", name));
    return found->content;
}

}  // namespace nutgraf::render
