#include "indexer/archive/feed/feed_text.h"

#include "base/utf8.h"
#include "indexer/archive/ascii.h"
#include "indexer/archive/base64.h"
#include "indexer/archive/html/html_text.h"

namespace nutgraf::archive {

namespace {

bool is_atom(const XmlNode& node) {
    return node.name.starts_with("atom:");
}

/// Whether Atom says that a text is HTML.
bool is_declared_html(const XmlNode& node) {
    return lower_ascii(attribute(node, "type")).find("html") != std::string::npos;
}

/// Whether Atom 1.0 has the bytes of a file in Base64, of a kind that may be text.
bool is_encoded(const XmlNode& node, std::string_view type) {
    return attribute(node, "mode") == "base64" || type == "application/octet-stream";
}

/// Whether Atom says that the content is of a kind that no one reads.
bool is_no_text(std::string_view type) {
    return type.starts_with("image/") || type.starts_with("audio/") || type.starts_with("video/");
}

}  // namespace

std::string feed_text(const XmlNode* node) {
    if (node == nullptr) return {};
    const std::string type = lower_ascii(trimmed(attribute(*node, "type")));
    if (is_no_text(type)) return {};
    if (is_encoded(*node, type)) {
        const std::string decoded = base64_decoded(text_in(node));
        if (!is_valid_utf8(decoded)) return {};
        return type.starts_with("text/plain") ? std::string(trimmed(decoded)) : html_text(decoded);
    }
    if (has_elements(*node)) return html_text(markup_in(*node));
    const std::string text = text_in(node);
    // In XHTML a "<" of the text was one before the XML was read, and is none of a tag.
    if (type.find("xhtml") != std::string::npos && attribute(*node, "mode") != "escaped")
        return on_one_line(text);
    if (is_atom(*node) && !is_declared_html(*node)) return std::string(trimmed(text));
    return html_text(text);
}

}  // namespace nutgraf::archive
