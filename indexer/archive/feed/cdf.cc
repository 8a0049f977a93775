#include "indexer/archive/feed/cdf.h"

#include "indexer/archive/ascii.h"

#include <algorithm>
#include <utility>

namespace nutgraf::archive {

namespace {

XmlNode element_of(std::string name, std::string text) {
    XmlNode words;
    words.text = std::move(text);
    XmlNode element;
    element.name = std::move(name);
    element.children.push_back(std::move(words));
    return element;
}

std::string rss_name(std::string_view name) {
    std::string small = lower_ascii(name);
    return small == "abstract" ? "description" : small;
}

}  // namespace

bool is_cdf(const XmlNode& node) {
    return !node.name.empty() && std::ranges::all_of(node.name, [](char c) {
        return is_ascii_letter(c) && (c < 'a' || c > 'z');
    });
}

XmlNode cdf_as_rss(const XmlNode& node) {
    XmlNode rss = node;
    rss.name = rss_name(node.name);
    for (XmlNode& inner : rss.children) {
        if (!is_cdf(inner)) continue;
        // "<A HREF=...>" inside an item is its address as well.
        if (const auto address = attribute(inner, "HREF"); inner.name == "A" && !address.empty())
            inner = element_of("link", std::string(address));
        inner.name = rss_name(inner.name);
    }
    for (const auto& [name, rss_element] :
         {std::pair("HREF", "link"), std::pair("LASTMOD", "updated")})
        if (const auto value = attribute(node, name); !value.empty())
            rss.children.insert(rss.children.begin(), element_of(rss_element, std::string(value)));
    return rss;
}

}  // namespace nutgraf::archive
