#include "indexer/archive/html/node_text.h"

#include "indexer/archive/html/html_tree.h"

#include <algorithm>
#include <array>

namespace nutgraf::archive {

namespace {

constexpr std::array blocks = {
    GUMBO_TAG_ADDRESS,  GUMBO_TAG_ARTICLE,    GUMBO_TAG_ASIDE,  GUMBO_TAG_BLOCKQUOTE,
    GUMBO_TAG_BODY,     GUMBO_TAG_CAPTION,    GUMBO_TAG_CENTER, GUMBO_TAG_DD,
    GUMBO_TAG_DETAILS,  GUMBO_TAG_DIV,        GUMBO_TAG_DL,     GUMBO_TAG_DT,
    GUMBO_TAG_FIELDSET, GUMBO_TAG_FIGCAPTION, GUMBO_TAG_FIGURE, GUMBO_TAG_FOOTER,
    GUMBO_TAG_FORM,     GUMBO_TAG_H1,         GUMBO_TAG_H2,     GUMBO_TAG_H3,
    GUMBO_TAG_H4,       GUMBO_TAG_H5,         GUMBO_TAG_H6,     GUMBO_TAG_HEADER,
    GUMBO_TAG_HR,       GUMBO_TAG_LI,         GUMBO_TAG_MAIN,   GUMBO_TAG_NAV,
    GUMBO_TAG_OL,       GUMBO_TAG_P,          GUMBO_TAG_PRE,    GUMBO_TAG_SECTION,
    GUMBO_TAG_TABLE,    GUMBO_TAG_TR,         GUMBO_TAG_UL};

constexpr std::array unseen = {
    GUMBO_TAG_HEAD,     GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TEMPLATE,
    GUMBO_TAG_IFRAME,   GUMBO_TAG_APPLET, GUMBO_TAG_SVG,   GUMBO_TAG_SELECT,   GUMBO_TAG_BUTTON,
    GUMBO_TAG_TEXTAREA, GUMBO_TAG_AUDIO,  GUMBO_TAG_VIDEO, GUMBO_TAG_NOFRAMES, GUMBO_TAG_NOEMBED};

bool is_inside_pre(const GumboNode& text) {
    return text.parent != nullptr && text.parent->type == GUMBO_NODE_ELEMENT &&
           text.parent->v.element.tag == GUMBO_TAG_PRE;
}

/// What an element does to the layout where it begins and where it ends.
void add_edge(GumboTag tag, TextLayout& layout) {
    if (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH) {
        layout.add(" ");
    } else if (is_block(tag)) {
        layout.paragraph_break();
    }
}

}  // namespace

void add_node_text(const GumboNode& node, TextLayout& layout) {
    if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE ||
        node.type == GUMBO_NODE_CDATA) {
        is_inside_pre(node) ? layout.add_verbatim(node.v.text.text) : layout.add(node.v.text.text);
        return;
    }
    const bool is_element = node.type == GUMBO_NODE_ELEMENT;
    if (node.type == GUMBO_NODE_TEMPLATE || node.type == GUMBO_NODE_COMMENT) return;
    const GumboTag tag = is_element ? node.v.element.tag : GUMBO_TAG_UNKNOWN;
    if (is_unseen(tag)) return;
    if (tag == GUMBO_TAG_BR) layout.line_break();
    add_edge(tag, layout);
    const GumboVector& inside = *children(node);
    for (unsigned i = 0; i < inside.length; ++i) add_node_text(child_at(inside, i), layout);
    add_edge(tag, layout);
}

std::string node_text(const GumboNode& node) {
    TextLayout layout;
    add_node_text(node, layout);
    return layout.text();
}

bool is_block(GumboTag tag) {
    return std::ranges::find(blocks, tag) != blocks.end();
}

bool is_unseen(GumboTag tag) {
    return std::ranges::find(unseen, tag) != unseen.end();
}

}  // namespace nutgraf::archive
