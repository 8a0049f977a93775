#include "indexer/archive/html/html_text.h"

#include "indexer/archive/ascii.h"
#include "indexer/archive/html/html_tree.h"
#include "indexer/archive/html/node_text.h"

#include <algorithm>

namespace nutgraf::archive {

namespace {

bool has_tag(std::string_view text) {
    for (auto at = text.find('<'); at != std::string_view::npos && at + 1 < text.size();
         at = text.find('<', at + 1)) {
        const char next = text[at + 1];
        if (is_ascii_letter(next) || next == '/' || next == '!' || next == '?') return true;
    }
    return false;
}

std::string without_tags(std::string_view html) {
    std::string text;
    bool is_inside_tag = false;
    for (const char c : html) {
        if (c == '<') is_inside_tag = true;
        if (!is_inside_tag) text.push_back(c);
        if (c == '>') is_inside_tag = false;
    }
    return text;
}

/// Text with no tag: only its references to characters are undone, in the lines as they stand.
std::string lines_of(std::string_view text) {
    // Gumbo drops the line feed after the tag and keeps all others inside a textarea.
    const std::string page = "<textarea>\n" + std::string(text) + "</textarea>";
    const HtmlTree tree(page);
    if (tree.root() == nullptr) return std::string(trimmed(text));
    const GumboNode* node = tree.root();
    while (node->type == GUMBO_NODE_ELEMENT && children(*node)->length > 0)
        node = &child_at(*children(*node), children(*node)->length - 1);
    return node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE
               ? std::string(trimmed(node->v.text.text))
               : std::string();
}

}  // namespace

std::string html_text(std::string_view html) {
    if (!has_tag(html)) {
        if (html.find('&') == std::string_view::npos) return std::string(trimmed(html));
        return lines_of(html);
    }
    const HtmlTree tree(html);
    if (tree.root() == nullptr) return std::string(trimmed(without_tags(html)));
    return node_text(*tree.root());
}

}  // namespace nutgraf::archive
