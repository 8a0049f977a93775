#include "indexer/archive/feed/feed_item.h"

#include "indexer/archive/article_record.h"
#include "indexer/archive/ascii.h"
#include "indexer/archive/feed/feed_text.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <span>
#include <utility>

namespace nutgraf::archive {

namespace {

using Names = std::initializer_list<std::string_view>;

/// The first child with one of some names that says something, in the order of the names.
const XmlNode* first_of(const XmlNode& item, Names names) {
    for (const std::string_view name : names)
        for (const XmlNode& inner : item.children)
            if (inner.name == name && !feed_text(&inner).empty()) return &inner;
    return nullptr;
}

std::string text_of_first(const XmlNode& item, Names names) {
    return feed_text(first_of(item, names));
}

std::string base_of(const XmlNode& node, const std::string& around) {
    const std::string_view own = attribute(node, "xml:base");
    return own.empty() ? around : resolved_url(around, own);
}

/// The address of the article, not of its comments or its feed.
std::string link_of(const XmlNode& item, const std::string& base) {
    for (const XmlNode& node : item.children) {
        if (node.name != "link" && node.name != "atom:link") continue;
        const std::string_view relation = attribute(node, "rel");
        if (!relation.empty() && relation != "alternate") continue;
        const std::string text = text_in(&node);
        const std::string_view href = attribute(node, "href");
        const std::string_view address = href.empty() ? trimmed(text) : href;
        if (!address.empty()) return resolved_url(base_of(node, base), address);
    }
    return {};
}

bool looks_like_url(std::string_view text) {
    const auto scheme = text.find("://");
    return scheme != std::string_view::npos && text.find(' ') == std::string_view::npos;
}

void set_addresses(const XmlNode& item, const std::string& base, Json& fields) {
    const XmlNode* id = first_of(item, {"guid", "atom:id", "id", "dc:identifier"});
    const std::string text = id == nullptr ? std::string() : std::string(trimmed(text_in(id)));
    const bool is_relative = id != nullptr && id->name == "atom:id" && !text.empty();
    set_once(fields, "id", is_relative ? resolved_url(base_of(*id, base), text) : text);
    set_once(fields, "id", std::string(attribute(item, "rdf:about")));
    set_once(fields, "url", link_of(item, base));
    const bool is_permanent = id != nullptr && id->name == "guid" &&
                              !same_but_case(attribute(*id, "isPermaLink"), "false");
    if (is_permanent && looks_like_url(text)) set_once(fields, "url", text);
    if (looks_like_url(attribute(item, "rdf:about")))
        set_once(fields, "url", std::string(attribute(item, "rdf:about")));
}

/// Whether a text begins with another, an ellipsis at the end of that aside.
bool begins_with_text(std::string_view text, std::string_view beginning) {
    for (const std::string_view dots : {"...", "…", "[…]", "[...]"})
        if (beginning.ends_with(dots)) beginning.remove_suffix(dots.size());
    return on_one_line(text).starts_with(on_one_line(beginning));
}

void set_texts(const XmlNode& item, Json& fields) {
    const std::string title =
        text_of_first(item, {"title", "atom:title", "dc:title", "media:title"});
    set_once(fields, "title", on_one_line(title));
    std::string summary =
        text_of_first(item, {"description", "atom:summary", "summary", "dc:description",
                             "itunes:summary", "media:description"});
    std::string content =
        text_of_first(item, {"content:encoded", "encoded", "atom:content", "content", "xhtml:body",
                             "xhtml:div", "body", "fullitem"});
    // Of two summaries the description is the longer.
    const std::string other = text_of_first(item, {"summary", "atom:summary"});
    if (content.empty() && !other.empty() && other != summary)
        content = std::exchange(summary, other);
    set_once(fields, "body", content.empty() ? summary : content);
    if (!content.empty() && !begins_with_text(content, summary))
        set_once(fields, "standfirst", summary);
}

void set_dates(const XmlNode& item, Json& fields) {
    for (const std::string_view name :
         {"pubDate", "atom:published", "published", "atom:issued", "issued", "dc:date",
          "dcterms:issued", "dcterms:created", "atom:created", "atom:updated", "updated",
          "atom:modified", "dcterms:modified", "modified"})
        set_published(fields, text_in(child(item, name)));
    const std::string changed =
        text_of_first(item, {"atom:updated", "updated", "atom:modified", "dcterms:modified"});
    set_once(fields, "updated", changed);
}

/// The name in "me@example.com (Ann Field)", "Ann Field <me@example.com>" or "Ann Field".
std::string author_name(const std::string& written) {
    if (written.find('@') == std::string::npos) return on_one_line(written);
    if (const auto inside = between(written, "(", ")"); !inside.empty()) {
        if (inside.find('@') == std::string_view::npos) return on_one_line(inside);
        return on_one_line(written.substr(0, written.find('(')));
    }
    return on_one_line(
        written.substr(0, written.find('<') == std::string::npos ? 0 : written.find('<')));
}

void set_byline(const XmlNode& item, Json& fields) {
    Json names = Json::array();
    for (const XmlNode& node : item.children) {
        constexpr std::array<std::string_view, 5> authors = {"author", "atom:author", "dc:creator",
                                                             "dc:author", "itunes:author"};
        if (std::ranges::find(authors, node.name) == authors.end()) continue;
        const XmlNode* name = child(node, "atom:name");
        if (name == nullptr) name = child(node, "name");
        const std::string text = author_name(name != nullptr ? text_in(name) : feed_text(&node));
        if (!text.empty() && std::ranges::find(names, Json(text)) == names.end())
            names.push_back(text);
    }
    if (!names.empty()) fields["byline"] = names;
}

void set_section(const XmlNode& item, Json& fields) {
    Json all = Json::array();
    for (const XmlNode& node : item.children) {
        constexpr std::array<std::string_view, 3> names = {"category", "atom:category",
                                                           "dc:subject"};
        if (std::ranges::find(names, node.name) == names.end()) continue;
        std::string text = on_one_line(feed_text(&node));
        if (text.empty()) text = attribute(node, "label");
        if (text.empty()) text = attribute(node, "term");
        if (!text.empty()) all.push_back(text);
    }
    if (all.empty()) return;
    fields["section"] = all.front();
    if (all.size() > 1) set_extra(fields, "categories", all);
}

void set_source(const XmlNode& item, const FeedHead& head, Json& fields) {
    for (const std::string_view name : {"atom:source", "source", "dc:source"}) {
        const XmlNode* source = child(item, name);
        if (source == nullptr) continue;
        const XmlNode* title = child(*source, "atom:title");
        if (title == nullptr) title = child(*source, "title");
        if (title == nullptr && has_elements(*source)) continue;
        const std::string text = on_one_line(feed_text(title != nullptr ? title : source));
        if (!looks_like_url(text)) set_once(fields, "source", text);
    }
    set_once(fields, "source", head.title);
}

void set_language(const XmlNode& item, const FeedHead& head, Json& fields) {
    for (const std::string_view name :
         {"atom:content", "content", "content:encoded", "fullitem", "atom:title", "title"}) {
        const XmlNode* node = child(item, name);
        if (node != nullptr) set_once(fields, "lang", std::string(attribute(*node, "xml:lang")));
    }
    set_once(fields, "lang", std::string(attribute(item, "xml:lang")));
    set_once(fields, "lang", text_of_first(item, {"dc:language", "language"}));
    set_once(fields, "lang", head.lang);
}

/// What has no field of its own: numbers of comments, pictures, coordinates.
void set_others(const XmlNode& item, Json& fields) {
    constexpr std::array<std::string_view, 8> kept = {
        "comments",        "enclosure",    "slash:comments",  "media:content",
        "media:thumbnail", "georss:point", "itunes:duration", "atom:rights"};
    for (const XmlNode& node : item.children) {
        if (std::ranges::find(kept, node.name) == kept.end()) continue;
        std::string text = on_one_line(feed_text(&node));
        if (text.empty()) text = attribute(node, "url");
        if (!text.empty()) set_extra(fields, node.name, text);
    }
}

}  // namespace

Json feed_item(const XmlNode& item, const FeedHead& head) {
    Json fields = Json::object();
    set_addresses(item, base_of(item, head.base), fields);
    set_texts(item, fields);
    set_dates(item, fields);
    set_byline(item, fields);
    set_section(item, fields);
    set_source(item, head, fields);
    set_language(item, head, fields);
    set_others(item, fields);
    return fields;
}

}  // namespace nutgraf::archive
