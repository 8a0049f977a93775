#pragma once

#include <gumbo.h>

#include <cstddef>
#include <string_view>

namespace nutgraf::archive {

/// An HTML page or fragment as gumbo's tree. Whatever the bytes are, it is made in bounded time and
/// memory. Not thread-safe: one per thread.
class HtmlTree {
public:
    /// The text is UTF-8 and must outlive the tree.
    explicit HtmlTree(std::string_view html);
    HtmlTree(const HtmlTree&) = delete;
    HtmlTree& operator=(const HtmlTree&) = delete;
    ~HtmlTree();

    /// The root element, living as long as the tree; null when the page is built to exhaust a
    /// reader: elements or attributes without end, or more memory than any page takes.
    const GumboNode* root() const { return root_; }

    /// What gumbo asked for and has not given back; known to html_tree.cc only.
    struct Allocation;

private:
    void parse(std::string_view html);

    const GumboNode* root_ = nullptr;
    Allocation* allocations_ = nullptr;
};

/// The value of an element's attribute; empty when it is absent or `node` is no element.
std::string_view attribute(const GumboNode& node, const char* name);

/// The children of an element or document; none for text.
const GumboVector* children(const GumboNode& node);

/// The child at a place.
const GumboNode& child_at(const GumboVector& nodes, unsigned place);

}  // namespace nutgraf::archive
