#include "searchd/render/atom.h"

#include "base/date.h"
#include "base/utf8.h"
#include "searchd/render/links.h"

#include <fmt/format.h>

#include <string_view>

namespace nutgraf::render {

namespace {

/// Whether XML 1.0 allows a character (its section 2.2), and it is one at all.
bool is_allowed(char32_t c) {
    const bool is_control = c < 0x20 && c != U'\t' && c != U'\n';
    const bool is_noncharacter = (c & 0xFFFEU) == 0xFFFEU || (c >= 0xFDD0 && c <= 0xFDEF);
    return !is_control && !is_noncharacter;
}

std::string escaped(std::string_view text) {
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
        } else if (is_allowed(c.value)) {
            append_utf8(safe, c.value);
        }
    }
    return safe;
}

void add_element(std::string& xml, std::string_view name, std::string_view text) {
    xml += fmt::format("<{}>{}</{}>\n", name, escaped(text), name);
}

void add_link(std::string& xml, std::string_view relation, std::string_view address) {
    if (!address.empty())
        xml += fmt::format("<link rel=\"{}\" href=\"{}\"/>\n", relation, escaped(address));
}

void add_entry(std::string& xml, const FeedEntry& entry) {
    xml += "<entry>\n";
    add_element(xml, "id", entry.id);
    add_element(xml, "title", entry.title);
    add_element(xml, "updated", iso_instant(entry.updated));
    if (!entry.author.empty())
        xml += fmt::format("<author><name>{}</name></author>\n", escaped(entry.author));
    add_link(xml, "alternate", entry.address);
    if (is_web_address(entry.original)) add_link(xml, "related", entry.original);
    xml += fmt::format("<content type=\"text\">{}</content>\n</entry>\n", escaped(entry.text));
}

}  // namespace

std::string to_atom(const Feed& feed) {
    std::string xml =
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
        "<feed xmlns=\"http://www.w3.org/2005/Atom\">\n";
    add_element(xml, "id", feed.id);
    add_element(xml, "title", feed.title);
    add_element(xml, "updated", iso_instant(feed.updated));
    xml += "<author><name>Nutgraf</name></author>\n";
    add_link(xml, "self", feed.address);
    add_link(xml, "next", feed.next);
    for (const FeedEntry& entry : feed.entries) add_entry(xml, entry);
    return xml + "</feed>\n";
}

}  // namespace nutgraf::render
