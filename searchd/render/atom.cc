#include "searchd/render/atom.h"

#include "base/date.h"
#include "searchd/render/links.h"
#include "searchd/render/terminal.h"
#include "searchd/render/xml.h"

#include <fmt/format.h>

#include <string_view>

namespace nutgraf::render {

namespace {

void add_element(std::string& xml, std::string_view name, std::string_view text) {
    xml += fmt::format("<{}>{}</{}>\n", name, xml_escaped(text), name);
}

void add_link(std::string& xml, std::string_view relation, std::string_view address) {
    if (!address.empty())
        xml += fmt::format("<link rel=\"{}\" href=\"{}\"/>\n", relation, xml_escaped(address));
}

void add_entry(std::string& xml, const FeedEntry& entry) {
    xml += "<entry>\n";
    add_element(xml, "id", entry.id);
    add_element(xml, "title", entry.title);
    add_element(xml, "updated", iso_instant(entry.updated));
    if (!entry.author.empty())
        xml += fmt::format("<author><name>{}</name></author>\n", xml_escaped(entry.author));
    add_link(xml, "alternate", entry.address);
    if (is_web_address(entry.original)) add_link(xml, "related", entry.original);
    xml += fmt::format("<content type=\"text\">{}</content>\n</entry>\n", xml_escaped(entry.text));
}

}  // namespace

FeedEntry entry_of(const search::Hit& hit, const std::string& site) {
    FeedEntry entry;
    entry.id = feed_id("article/" + hit.key);
    entry.title = headline_of(hit);
    if (!site.empty()) entry.address = site + article_address(hit.key, "");
    entry.original = hit.url;
    entry.author = hit.source;
    for (const search::Snippet& snippet : hit.snippets)
        entry.text += (entry.text.empty() ? "" : "\n… ") + snippet.passage.text;
    if (hit.published) entry.updated = hit.published->days.first;
    return entry;
}

std::string feed_id(const std::string& name) {
    return "tag:nutgraf,2026:" + name;
}

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
