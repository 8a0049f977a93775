#include "indexer/archive/xml/xml_node.h"

#include "indexer/archive/ascii.h"
#include "indexer/archive/xml/references.h"

#include <libxml/uri.h>

#include <algorithm>
#include <memory>

namespace nutgraf::archive {

namespace {

// Trees are at most XmlTrees' depth deep, so these may call themselves.

void append_text(const XmlNode& node, std::string& text) {
    text += node.text;
    for (const XmlNode& inner : node.children) append_text(inner, text);
}

void append_markup(const XmlNode& node, std::string& markup) {
    if (node.is_text()) {
        markup += escaped_xml(node.text);
        return;
    }
    const std::string name = node.name.substr(node.name.find(':') + 1);
    markup += "<" + name + ">";
    for (const XmlNode& inner : node.children) append_markup(inner, markup);
    markup += "</" + name + ">";
}

void find_all(const XmlNode& node, std::string_view name, std::vector<const XmlNode*>& found) {
    for (const XmlNode& inner : node.children) {
        if (inner.name == name) found.push_back(&inner);
        find_all(inner, name, found);
    }
}

}  // namespace

std::string_view attribute(const XmlNode& node, std::string_view name) {
    const auto found = std::ranges::find(node.attributes, name, &XmlAttribute::name);
    return found == node.attributes.end() ? std::string_view() : found->value;
}

const XmlNode* child(const XmlNode& node, std::string_view name) {
    const auto found = std::ranges::find(node.children, name, &XmlNode::name);
    return found == node.children.end() ? nullptr : &*found;
}

const XmlNode* descendant(const XmlNode& node, std::string_view name) {
    for (const XmlNode& inner : node.children) {
        if (inner.name == name) return &inner;
        if (const XmlNode* found = descendant(inner, name)) return found;
    }
    return nullptr;
}

std::vector<const XmlNode*> descendants(const XmlNode& node, std::string_view name) {
    std::vector<const XmlNode*> found;
    find_all(node, name, found);
    return found;
}

std::string text_in(const XmlNode* node) {
    std::string text;
    if (node != nullptr) append_text(*node, text);
    return text;
}

std::string markup_in(const XmlNode& node) {
    std::string markup;
    for (const XmlNode& inner : node.children) append_markup(inner, markup);
    return markup;
}

bool has_elements(const XmlNode& node) {
    return std::ranges::any_of(node.children,
                               [](const XmlNode& inner) { return !inner.is_text(); });
}

std::string resolved_url(std::string_view base, std::string_view url) {
    std::string own(trimmed(url));
    const std::string from(trimmed(base));
    if (from.empty() || own.empty()) return own.empty() ? from : own;
    const auto as_xml = [](const std::string& text) {
        return reinterpret_cast<const xmlChar*>(text.c_str());
    };
    xmlChar* const built = xmlBuildURI(as_xml(own), as_xml(from));
    if (built == nullptr) return own;
    std::string whole(reinterpret_cast<const char*>(built));
    xmlFree(built);
    return whole;
}

}  // namespace nutgraf::archive
