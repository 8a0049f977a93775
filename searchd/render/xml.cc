#include "searchd/render/xml.h"

#include "base/utf8.h"

namespace nutgraf::render {

namespace {

/// Whether XML 1.0 allows a character (its section 2.2), and it is one at all.
bool is_xml_character(char32_t c) {
    const bool is_control = c < 0x20 && c != U'\t' && c != U'\n';
    const bool is_noncharacter = (c & 0xFFFEU) == 0xFFFEU || (c >= 0xFDD0 && c <= 0xFDEF);
    return !is_control && !is_noncharacter;
}

}  // namespace

std::string xml_escaped(std::string_view text) {
    std::string safe;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = code_point_at(text, at);
        at += c.size;
        if (c.value == U'&') {
            safe += "&amp;";
        } else if (c.value == U'<') {
            safe += "&lt;";
        } else if (c.value == U'>') {
            safe += "&gt;";
        } else if (c.value == U'"') {
            safe += "&quot;";
        } else if (is_xml_character(c.value)) {
            append_utf8(safe, c.value);
        }
    }
    return safe;
}

}  // namespace nutgraf::render
