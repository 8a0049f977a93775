#include "indexer/archive/wire/nitf.h"

#include "indexer/archive/article_record.h"
#include "indexer/archive/ascii.h"
#include "indexer/archive/text_layout.h"

#include <algorithm>
#include <array>

namespace nutgraf::archive {

namespace {

constexpr std::array<std::string_view, 18> wire_blocks = {
    "p",  "hl1", "hl2", "hedline", "block", "li",      "tr",     "bq",      "dd",
    "dt", "pre", "h1",  "h2",      "h3",    "caption", "credit", "section", "div"};

constexpr std::array<std::string_view, 5> wire_unseen = {"media", "nitf-table-metadata", "note",
                                                         "ednote", "style"};

std::string_view local_name(const XmlNode& node) {
    return std::string_view(node.name).substr(node.name.find(':') + 1);
}

void add_wire_text(const XmlNode& node, TextLayout& layout) {
    if (node.is_text()) {
        layout.add(node.text);
        return;
    }
    const std::string_view name = local_name(node);
    if (std::ranges::find(wire_unseen, name) != wire_unseen.end()) return;
    const bool is_block = std::ranges::find(wire_blocks, name) != wire_blocks.end();
    if (is_block) layout.paragraph_break();
    if (name == "br") layout.line_break();
    if (name == "td" || name == "th") layout.add(" ");
    for (const XmlNode& inner : node.children) add_wire_text(inner, layout);
    if (is_block) layout.paragraph_break();
}

/// The names in a byline: its persons, or the line itself without its opening word.
Json nitf_byline(const XmlNode& byline) {
    Json names = Json::array();
    for (const XmlNode* person : descendants(byline, "person")) names.push_back(wire_line(person));
    if (!names.empty()) return names;
    std::string line;
    for (const XmlNode& inner : byline.children)
        if (inner.name != "byttl") line += text_in(&inner);
    line = on_one_line(line);
    if (line.ends_with(',')) line.pop_back();
    if (line.empty()) line = wire_line(&byline);
    constexpr std::string_view opening = "By ";
    return line.starts_with(opening) ? line.substr(opening.size()) : line;
}

void add_docdata(const XmlNode& head, Json& fields) {
    if (const XmlNode* id = descendant(head, "doc-id"))
        set_once(fields, "id", std::string(attribute(*id, "id-string")));
    if (const XmlNode* data = descendant(head, "docdata"))
        set_extra(fields, "status", std::string(attribute(*data, "management-status")));
    if (const XmlNode* release = descendant(head, "date.release"))
        set_extra(fields, "embargoed", std::string(attribute(*release, "norm")));
    if (const XmlNode* message = descendant(head, "ed-msg"))
        set_extra(fields, "edNote", std::string(attribute(*message, "info")));
    for (const std::string_view name : {"date.issue", "date.release"})
        if (const XmlNode* date = descendant(head, name))
            set_published(fields, std::string(attribute(*date, "norm")));
    if (const XmlNode* publication = descendant(head, "pubdata")) {
        set_published(fields, std::string(attribute(*publication, "date.publication")));
        set_once(fields, "source", std::string(attribute(*publication, "name")));
        set_once(fields, "section", std::string(attribute(*publication, "position.section")));
        set_once(fields, "url", std::string(attribute(*publication, "ex-ref")));
    }
    for (const XmlNode* meta : descendants(head, "meta"))
        set_extra(fields, std::string(attribute(*meta, "name")),
                  std::string(attribute(*meta, "content")));
}

void add_body_head(const XmlNode& head, Json& fields) {
    set_once(fields, "title", wire_line(descendant(head, "hl1")));
    const std::string abstract = wire_text(child(head, "abstract"));
    set_once(fields, "standfirst",
             abstract.empty() ? wire_line(descendant(head, "hl2")) : abstract);
    if (const XmlNode* byline = child(head, "byline"); byline && !fields.contains("byline"))
        fields["byline"] = nitf_byline(*byline);
    set_once(fields, "wire", wire_line(child(head, "distributor")));
    const XmlNode* dateline = child(head, "dateline");
    if (dateline == nullptr) return;
    set_once(fields, "place", wire_line(descendant(*dateline, "location")));
    if (const XmlNode* date = descendant(*dateline, "story.date"))
        set_published(fields, std::string(attribute(*date, "norm")));
}

}  // namespace

void add_nitf(const XmlNode& nitf, Json& fields) {
    if (const XmlNode* head = child(nitf, "head")) add_docdata(*head, fields);
    set_once(fields, "lang", std::string(attribute(nitf, "xml:lang")));
    const XmlNode* body = child(nitf, "body");
    if (body != nullptr) {
        set_once(fields, "lang", std::string(attribute(*body, "xml:lang")));
        if (const XmlNode* head = child(*body, "body.head")) add_body_head(*head, fields);
        set_once(fields, "body", wire_text(child(*body, "body.content")));
        set_extra(fields, "tagline", wire_line(descendant(*body, "tagline")));
    }
    if (const XmlNode* head = child(nitf, "head"))
        set_once(fields, "title", wire_line(child(*head, "title")));
}

std::string wire_text(const XmlNode* node) {
    TextLayout layout;
    if (node != nullptr) add_wire_text(*node, layout);
    return layout.text();
}

std::string wire_line(const XmlNode* node) {
    return on_one_line(text_in(node));
}

}  // namespace nutgraf::archive
