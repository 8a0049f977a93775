#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::archive {

/// A name and its value, the name as in XmlNode.
struct XmlAttribute {
    std::string name;
    std::string value;
};

/// An element with all that it holds, or a run of text.
///
/// Names are written with the prefix that their namespace usually has, whatever the file calls it:
/// "dc:date", "atom:title"; those of the formats themselves have none: RSS in all its namespaces,
/// NITF, NewsML.
struct XmlNode {
    std::string name;  ///< Empty for text.
    std::string text;  ///< Of a run of text only.
    std::vector<XmlAttribute> attributes;
    std::vector<XmlNode> children;
    std::uint64_t line = 0;  ///< Where it begins, counted from 1.

    bool is_text() const { return name.empty(); }
};

/// The value of an attribute; empty when it is absent.
std::string_view attribute(const XmlNode& node, std::string_view name);

/// The first child of a name; null when there is none. Lives as long as the node.
const XmlNode* child(const XmlNode& node, std::string_view name);

/// The first descendant of a name, in the order of the file; null when there is none.
const XmlNode* descendant(const XmlNode& node, std::string_view name);

/// All descendants of a name, those inside one another too.
std::vector<const XmlNode*> descendants(const XmlNode& node, std::string_view name);

/// All the text in an element, as it stands; empty for null.
std::string text_in(const XmlNode* node);

/// What an element holds, as markup whose tags have no prefixes: for a reader of HTML.
std::string markup_in(const XmlNode& node);

/// Whether it holds other elements than text.
bool has_elements(const XmlNode& node);

/// An address as seen from another, which may be empty; as it stands when it is none.
std::string resolved_url(std::string_view base, std::string_view url);

}  // namespace nutgraf::archive
