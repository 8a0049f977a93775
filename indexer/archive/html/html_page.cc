#include "indexer/archive/html/html_page.h"

#include "indexer/archive/article_record.h"
#include "indexer/archive/ascii.h"
#include "indexer/archive/html/html_text.h"
#include "indexer/archive/html/html_tree.h"
#include "indexer/archive/html/linked_data.h"
#include "indexer/archive/html/main_text.h"
#include "indexer/archive/html/node_text.h"
#include "indexer/archive/xml/xml_node.h"

#include <array>
#include <initializer_list>
#include <map>
#include <utility>

namespace nutgraf::archive {

namespace {

/// What the elements of a page say that no reader sees.
struct PageHead {
    std::map<std::string, std::string, std::less<>> metas;  ///< By name, in small letters.
    std::string title;
    std::string canonical;
    std::string lang;
    std::string heading;  ///< The first h1.
    std::string time;     ///< Of the first time element.
};

void read_meta(const GumboNode& meta, PageHead& head) {
    for (const char* key : {"property", "name", "itemprop", "http-equiv"}) {
        const std::string name = lower_ascii(trimmed(attribute(meta, key)));
        if (!name.empty()) head.metas.emplace(name, trimmed(attribute(meta, "content")));
    }
}

void keep_first(std::string& place, std::string text) {
    if (place.empty()) place = std::move(text);
}

void read_head(const GumboNode& node, PageHead& head) {
    if (node.type == GUMBO_NODE_ELEMENT) {
        switch (node.v.element.tag) {
            case GUMBO_TAG_META:
                read_meta(node, head);
                break;
            case GUMBO_TAG_TITLE:
                // Drawings have titles too.
                if (node.v.element.tag_namespace == GUMBO_NAMESPACE_HTML)
                    keep_first(head.title, on_one_line(node_text(node)));
                break;
            case GUMBO_TAG_H1:
                keep_first(head.heading, on_one_line(node_text(node)));
                break;
            case GUMBO_TAG_HTML:
                keep_first(head.lang, std::string(attribute(node, "lang")));
                break;
            case GUMBO_TAG_TIME:
                keep_first(head.time, std::string(attribute(node, "datetime")));
                break;
            case GUMBO_TAG_LINK:
                if (same_but_case(attribute(node, "rel"), "canonical"))
                    keep_first(head.canonical, std::string(attribute(node, "href")));
                break;
            default:
                break;
        }
    }
    const GumboVector& inside = *children(node);
    for (unsigned i = 0; i < inside.length; ++i) read_head(child_at(inside, i), head);
}

std::string meta_of(const PageHead& head, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names)
        if (const auto found = head.metas.find(name);
            found != head.metas.end() && !found->second.empty())
            return found->second;
    return {};
}

/// A page's title without the name of the paper before or behind it.
std::string without_site(const std::string& title, const std::string& heading) {
    if (!heading.empty() && title.find(heading) != std::string::npos) return heading;
    for (const std::string_view mark : {" | ", " – ", " — ", " :: ", " » ", " - "}) {
        const auto at = title.rfind(mark);
        constexpr std::size_t shortest_headline = 15;
        if (at != std::string::npos && at > shortest_headline) return title.substr(0, at);
    }
    return title;
}

void add_metas(const PageHead& head, Json& fields) {
    set_once(fields, "title",
             meta_of(head, {"og:title", "twitter:title", "dc.title", "parsely-title", "headline"}));
    set_once(fields, "title", without_site(head.title, head.heading));
    set_once(fields, "title", head.heading);
    set_published(fields,
                  meta_of(head, {"article:published_time", "article:published", "og:published_time",
                                 "datepublished", "dc.date.issued", "dc.date", "dcterms.created",
                                 "parsely-pub-date", "pubdate", "publishdate", "publication_date",
                                 "sailthru.date", "cxenseparse:recs:publishtime", "date"}));
    set_published(fields, head.time);
    set_once(
        fields, "updated",
        meta_of(head, {"article:modified_time", "datemodified", "og:updated_time", "lastmod"}));
    set_once(fields, "source", meta_of(head, {"og:site_name", "application-name", "dc.publisher"}));
    set_once(fields, "section", meta_of(head, {"article:section", "parsely-section"}));
    const std::string author =
        meta_of(head, {"author", "parsely-author", "dc.creator", "sailthru.author", "byl"});
    if (!author.empty() && !fields.contains("byline")) fields["byline"] = author;
    set_once(fields, "lang", head.lang);
    set_once(fields, "lang", meta_of(head, {"content-language", "dc.language"}));
    set_once(fields, "lang", meta_of(head, {"og:locale"}).substr(0, 2));
}

}  // namespace

Json html_page_fields(std::string_view html, std::string_view url) {
    Json fields = Json::object();
    const HtmlTree tree(html);
    if (tree.root() == nullptr) {
        set_once(fields, "body", html_text(html));  // Nested without end: only its words.
        return fields;
    }
    PageHead head;
    read_head(*tree.root(), head);
    const Json linked = linked_article(*tree.root());
    if (linked.is_object()) fields = linked;
    add_metas(head, fields);
    set_once(
        fields, "url",
        head.canonical.empty() ? meta_of(head, {"og:url"}) : resolved_url(url, head.canonical));
    const std::string text = main_text(*tree.root(), fields.value("title", std::string()));
    const std::string linked_body = fields.value("body", std::string());
    // What is meant for machines is often without paragraphs, and sometimes all there is.
    if (text.size() * 2 > linked_body.size() && !text.empty()) fields["body"] = text;
    return fields;
}

}  // namespace nutgraf::archive
