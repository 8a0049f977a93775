#include "indexer/archive/wire/newsml.h"

#include "indexer/archive/article_record.h"
#include "indexer/archive/ascii.h"
#include "indexer/archive/html/html_text.h"
#include "indexer/archive/wire/nitf.h"

#include <fmt/format.h>

namespace nutgraf::archive {

namespace {

/// "usable" of "stat:usable", "acmenews.com" of "http://www.acmenews.com/about".
std::string name_of_code(std::string_view code) {
    if (const auto scheme = code.find("://"); scheme != std::string_view::npos) {
        code.remove_prefix(scheme + 3);
        code = code.substr(0, code.find('/'));
        if (code.starts_with("www.")) code.remove_prefix(4);
        return std::string(code);
    }
    return std::string(code.substr(code.find(':') + 1));
}

/// What a thing that has a name, a code or an address is called; empty for null.
std::string called(const XmlNode* node) {
    if (node == nullptr) return {};
    if (std::string name = wire_line(child(*node, "name")); !name.empty()) return name;
    for (const char* code : {"literal", "qcode", "uri", "FormalName"})
        if (!attribute(*node, code).empty()) return name_of_code(attribute(*node, code));
    return wire_line(node);
}

Json names_of(const XmlNode& node, std::string_view name) {
    Json names = Json::array();
    for (const XmlNode& inner : node.children)
        if (inner.name == name && child(inner, "name") != nullptr) names.push_back(called(&inner));
    return names;
}

void add_content(const XmlNode& content, Json& fields) {
    if (const XmlNode* nitf = descendant(content, "nitf")) {
        add_nitf(*nitf, fields);
    } else if (const XmlNode* page = descendant(content, "xhtml:body")) {
        set_once(fields, "body", html_text(markup_in(*page)));
    } else if (const XmlNode* plain = descendant(content, "body")) {
        set_once(fields, "body", html_text(markup_in(*plain)));
    } else if (const XmlNode* text = descendant(content, "inlineData")) {
        set_once(fields, "body", html_text(text_in(text)));
    }
}

void add_item_meta(const XmlNode& meta, Json& fields) {
    set_published(fields, text_in(child(meta, "firstCreated")));
    set_once(fields, "updated", wire_line(child(meta, "versionCreated")));
    set_once(fields, "source", called(child(meta, "provider")));
    set_extra(fields, "kind", called(child(meta, "itemClass")));
    set_extra(fields, "status", called(child(meta, "pubStatus")));
    set_extra(fields, "embargoed", wire_line(child(meta, "embargoed")));
    set_extra(fields, "signal", called(child(meta, "signal")));
    set_extra(fields, "edNote", wire_line(child(meta, "edNote")));
}

void add_content_meta(const XmlNode& meta, Json& fields) {
    set_once(fields, "title", wire_line(child(meta, "headline")));
    set_published(fields, text_in(child(meta, "contentCreated")));
    set_once(fields, "place", called(child(meta, "located")));
    if (const XmlNode* language = child(meta, "language"))
        set_once(fields, "lang", std::string(attribute(*language, "tag")));
    set_once(fields, "wire", wire_line(child(meta, "creditline")));
    set_once(fields, "standfirst", wire_line(child(meta, "description")));
    for (const char* name : {"slugline", "dateline", "urgency", "edNote"})
        set_extra(fields, name, wire_line(child(meta, name)));
    const Json subjects = names_of(meta, "subject");
    if (!subjects.empty()) set_once(fields, "section", subjects.front().get<std::string>());
    set_extra(fields, "subjects", subjects);
    const std::string by = wire_line(child(meta, "by"));
    const Json creators = by.empty() ? names_of(meta, "creator") : Json::array({by});
    if (!creators.empty()) fields["byline"] = creators;
}

}  // namespace

Expected<Json, RecordError> newsml_g2_item(const XmlNode& item) {
    if (item.name != "newsItem")
        return Unexpected{RecordError{
            fmt::format("A {} is about articles and holds the text of none.", item.name)}};
    Json fields = Json::object();
    set_once(fields, "id", std::string(attribute(item, "guid")));
    set_extra(fields, "version", std::string(attribute(item, "version")));
    const XmlNode* item_meta = child(item, "itemMeta");
    const XmlNode* content_meta = child(item, "contentMeta");
    if (item_meta != nullptr) add_item_meta(*item_meta, fields);
    if (content_meta != nullptr) add_content_meta(*content_meta, fields);
    if (const XmlNode* content = child(item, "contentSet")) add_content(*content, fields);
    if (item_meta != nullptr) {
        set_once(fields, "title", wire_line(child(*item_meta, "title")));
        set_published(fields, text_in(child(*item_meta, "versionCreated")));
    }
    set_once(fields, "lang", std::string(attribute(item, "xml:lang")));
    return fields;
}

namespace {

/// The status, and when an item under embargo will be free.
void add_status(const XmlNode& item, Json& fields) {
    set_extra(fields, "status", called(descendant(item, "Status")));
    const XmlNode* change = descendant(item, "StatusWillChange");
    if (change == nullptr || called(descendant(*change, "FutureStatus")) != "Usable") return;
    set_extra(fields, "embargoed", wire_line(descendant(*change, "DateAndTime")));
}

}  // namespace

Expected<Json, RecordError> newsml_1_item(const XmlNode& item) {
    Json fields = Json::object();
    set_once(fields, "id", wire_line(descendant(item, "PublicIdentifier")));
    set_once(fields, "id", wire_line(descendant(item, "NewsItemId")));
    set_once(fields, "title", wire_line(descendant(item, "HeadLine")));
    set_once(fields, "standfirst", wire_line(descendant(item, "SubHeadLine")));
    set_published(fields, text_in(descendant(item, "FirstCreated")));
    set_published(fields, text_in(descendant(item, "DateId")));
    set_once(fields, "updated", wire_line(descendant(item, "ThisRevisionCreated")));
    set_once(fields, "wire", wire_line(descendant(item, "CreditLine")));
    if (const XmlNode* provider = descendant(item, "Provider"))
        set_once(fields, "source", called(child(*provider, "Party")));
    if (const std::string by = wire_line(descendant(item, "ByLine")); !by.empty())
        fields["byline"] = by;
    if (const XmlNode* language = descendant(item, "Language"))
        set_once(fields, "lang", std::string(attribute(*language, "FormalName")));
    add_status(item, fields);
    set_extra(fields, "version", wire_line(descendant(item, "RevisionId")));
    for (const char* name : {"SlugLine", "DateLine"})
        set_extra(fields, name, wire_line(descendant(item, name)));
    const XmlNode* content = descendant(item, "DataContent");
    if (content != nullptr) {
        add_content(*content, fields);
        set_once(fields, "body",
                 has_elements(*content) ? wire_text(content) : html_text(text_in(content)));
    }
    return fields;
}

}  // namespace nutgraf::archive
