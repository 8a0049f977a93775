#include "indexer/archive/xml/namespaces.h"

#include "indexer/archive/ascii.h"

#include <algorithm>
#include <array>
#include <utility>

namespace nutgraf::archive {

namespace {

/// What an address begins with, in small letters and without its scheme, and the usual prefix.
constexpr std::array<std::pair<std::string_view, std::string_view>, 25> prefixes = {{
    {"www.w3.org/2005/atom", "atom"},
    {"purl.org/atom/ns", "atom"},
    {"example.com/newformat", "atom"},
    {"example.com/necho", "atom"},
    {"purl.org/echo", "atom"},
    {"uri/of/echo/namespace", "atom"},
    {"purl.org/pie", "atom"},
    {"purl.org/rss/1.0/modules/content", "content"},
    {"purl.org/dc/elements", "dc"},
    {"purl.org/dc/terms", "dcterms"},
    {"www.w3.org/1999/02/22-rdf-syntax-ns", "rdf"},
    {"www.w3.org/1999/xhtml", "xhtml"},
    {"www.w3.org/xml/1998/namespace", "xml"},
    {"www.itunes.com/dtds/podcast", "itunes"},
    {"example.com/dtds/podcast", "itunes"},
    {"search.yahoo.com/mrss", "media"},
    {"purl.org/rss/1.0", ""},
    {"channel.netscape.com/rdf/simple", ""},
    {"my.netscape.com/", ""},
    {"backend.userland.com/", ""},
    {"blogs.law.harvard.edu/tech/rss", ""},
    {"iptc.org/", ""},
    {"www.sitemaps.org/schemas/sitemap", ""},
    {"www.google.com/schemas/sitemap/", ""},
    {"www.google.com/schemas/sitemap-news", "news"},
}};

/// Prefixes that are the same thing under another name.
std::string_view usual_prefix(std::string_view prefix) {
    if (prefix == "a10" || prefix == "atom10" || prefix == "atom03") return "atom";
    if (prefix == "nitf" || prefix == "rss" || prefix == "newsml") return {};
    return prefix;
}

/// The modules of RSS 1.0 have addresses below its own.
bool is_other_module(std::string_view address, std::string_view usual) {
    return usual.empty() && address.find("/modules/") != std::string_view::npos;
}

}  // namespace

std::string usual_name(std::string_view uri, std::string_view prefix, std::string_view local) {
    const std::string address = lower_ascii(trimmed(uri));
    const auto scheme = address.find("://");
    const std::string_view rest =
        std::string_view(address).substr(scheme == std::string::npos ? 0 : scheme + 3);
    const auto* row = std::ranges::find_if(
        prefixes, [&](const auto& entry) { return rest.starts_with(entry.first); });
    const std::string_view usual = row == prefixes.end() || is_other_module(rest, row->second)
                                       ? usual_prefix(prefix)
                                       : row->second;
    std::string name(usual);
    if (!name.empty()) name.push_back(':');
    name += local;
    return name;
}

}  // namespace nutgraf::archive
