#include "indexer/archive/xml/xml_root.h"

#include "indexer/archive/ascii.h"

#include <algorithm>

namespace nutgraf::archive {

namespace {

std::string root_name(std::string_view tag) {
    std::string_view name = tag.substr(0, tag.find_first_of(" \t\r\n/>"));
    name.remove_prefix(std::min(name.size(), name.find(':') + 1));
    return lower_ascii(name);
}

/// Behind the ">" that ends a document type, brackets and all.
std::size_t end_of_doctype(std::string_view text) {
    const auto bracket = text.find('[');
    const auto end = text.find('>');
    if (bracket == std::string_view::npos || bracket > end) return end;
    return text.find('>', text.find(']', bracket));
}

}  // namespace

XmlRoot xml_root(std::string_view beginning) {
    XmlRoot root;
    std::string_view rest = trimmed(beginning);
    while (rest.size() > 1 && rest[0] == '<') {
        std::size_t end = 0;
        if (rest.starts_with("<!--")) {
            end = rest.find("-->");
            if (end != std::string_view::npos) end += 2;
        } else if (rest[1] == '?') {
            root.is_declared = root.is_declared || rest.starts_with("<?xml");
            end = rest.find('>');
        } else if (rest[1] == '!') {
            const std::string_view words =
                trimmed(rest.substr(std::min(rest.size(), rest.find(' '))));
            root.doctype = root_name(words);
            end = end_of_doctype(rest);
        } else {
            if (is_ascii_letter(rest[1])) root.name = root_name(rest.substr(1));
            return root;
        }
        if (end == std::string_view::npos) return root;
        rest = trimmed(rest.substr(end + 1));
    }
    return root;
}

}  // namespace nutgraf::archive
