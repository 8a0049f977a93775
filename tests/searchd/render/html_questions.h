#pragma once

#include "tests/searchd/render/html_tags.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace nutgraf::test {

// What tests ask about the markup of a page.

inline bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// The address of the link of that class; empty when there is none.
inline std::string address_of(const std::string& html, const std::string& link_class) {
    for (const Tag& tag : read_page(html).tags)
        if (const auto found = tag.attributes.find("class");
            tag.name == "a" && found != tag.attributes.end() && found->second == link_class)
            return tag.attributes.at("href");
    return {};
}

/// Every address a page links to.
inline std::vector<std::string> addresses(const std::string& html) {
    std::vector<std::string> all;
    for (const Tag& tag : read_page(html).tags)
        if (const auto found = tag.attributes.find("href"); found != tag.attributes.end())
            all.push_back(found->second);
    return all;
}

inline bool links_to(const std::string& html, const std::string& address) {
    return std::ranges::count(addresses(html), address) > 0;
}

/// The attributes of the element with that id.
inline std::map<std::string, std::string> element(const std::string& html, const std::string& id) {
    for (Tag& tag : read_page(html).tags)
        if (const auto found = tag.attributes.find("id");
            found != tag.attributes.end() && found->second == id)
            return tag.attributes;
    return {};
}

}  // namespace nutgraf::test
