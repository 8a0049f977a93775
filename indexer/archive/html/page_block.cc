#include "indexer/archive/html/page_block.h"

#include "indexer/archive/ascii.h"
#include "indexer/archive/html/html_tree.h"
#include "indexer/archive/html/node_text.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

namespace nutgraf::archive {

namespace {

constexpr std::array<std::string_view, 42> furniture_names = {
    "-ad-",       "ad-break",   "advert",    "agegate",   "banner",       "breadcrumb", "byline",
    "combx",      "comment",    "community", "cookie",    "disqus",       "extra",      "footer",
    "gdpr",       "header",     "hidden",    "legends",   "masthead",     "menu",       "modal",
    "nav",        "newsletter", "outbrain",  "pager",     "pagination",   "popup",      "promo",
    "related",    "remark",     "replies",   "rss",       "share",        "shoutbox",   "sidebar",
    "skyscraper", "social",     "sponsor",   "subscribe", "supplemental", "taboola",    "widget"};

constexpr std::array<std::string_view, 12> article_names = {"article", "body",  "column", "content",
                                                            "entry",   "main",  "page",   "post",
                                                            "shadow",  "story", "text",   "blog"};

bool mentions_one(std::string_view names, std::span<const std::string_view> words) {
    return std::ranges::any_of(
        words, [&](std::string_view word) { return names.find(word) != std::string_view::npos; });
}

std::string names_of_element(const GumboNode& node) {
    std::string names = " ";
    names += attribute(node, "class");
    names += ' ';
    names += attribute(node, "id");
    return lower_ascii(names);
}

void count(const GumboNode& node, bool is_in_link, BlockCounts& counts) {
    if (node.type == GUMBO_NODE_TEXT) {
        const std::string_view text = node.v.text.text;
        const auto seen = static_cast<double>(
            std::ranges::count_if(text, [](char c) { return c != ' ' && c != '\n' && c != '\t'; }));
        counts.characters += seen;
        if (is_in_link) counts.link_characters += seen;
        counts.commas += static_cast<double>(std::ranges::count(text, ','));
        return;
    }
    const GumboTag tag = tag_of(node);
    if (is_unseen(tag)) return;
    if (tag == GUMBO_TAG_P) ++counts.paragraphs;
    if (tag == GUMBO_TAG_IMG) ++counts.images;
    if (tag == GUMBO_TAG_LI) ++counts.items;
    if (tag == GUMBO_TAG_INPUT) ++counts.inputs;
    const bool is_link = is_in_link || tag == GUMBO_TAG_A;
    const GumboVector& inside = *children(node);
    for (unsigned i = 0; i < inside.length; ++i) count(child_at(inside, i), is_link, counts);
}

/// What schema.org's microdata say is the text of the article: whatever else it is called.
bool is_declared_text(const GumboNode& node) {
    return lower_ascii(attribute(node, "itemprop")).find("articlebody") != std::string::npos;
}

}  // namespace

BlockCounts counts_of(const GumboNode& node) {
    BlockCounts counts;
    count(node, false, counts);
    return counts;
}

int weight_of_names(const GumboNode& node) {
    constexpr int weight = 25;
    if (is_declared_text(node)) return weight;
    const std::string names = names_of_element(node);
    return (mentions_one(names, article_names) ? weight : 0) -
           (mentions_one(names, furniture_names) ? weight : 0);
}

bool is_named_furniture(const GumboNode& node) {
    const std::string_view role = attribute(node, "role");
    if (role == "menu" || role == "menubar" || role == "complementary" || role == "navigation" ||
        role == "alert" || role == "dialog" || attribute(node, "aria-hidden") == "true" ||
        attribute(node, "aria-modal") == "true")
        return true;
    const std::string style = lower_ascii(attribute(node, "style"));
    if (style.find("display:none") != std::string::npos ||
        style.find("display: none") != std::string::npos)
        return true;
    if (is_declared_text(node)) return false;
    const std::string names = names_of_element(node);
    constexpr std::array<std::string_view, 5> nevertheless = {"article", "body", "column",
                                                              "content", "main"};
    return mentions_one(names, furniture_names) && !mentions_one(names, nevertheless);
}

GumboTag tag_of(const GumboNode& node) {
    return node.type == GUMBO_NODE_ELEMENT ? node.v.element.tag : GUMBO_TAG_UNKNOWN;
}

}  // namespace nutgraf::archive
