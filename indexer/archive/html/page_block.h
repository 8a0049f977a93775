#pragma once

#include <gumbo.h>

#include <string_view>

namespace nutgraf::archive {

/// What a block of a page is made of, which tells text from furniture.
struct BlockCounts {
    double characters = 0;       ///< Of its text, white space aside.
    double link_characters = 0;  ///< Of those inside links.
    double commas = 0;
    int paragraphs = 0;
    int images = 0;
    int items = 0;  ///< Of lists.
    int inputs = 0;

    /// The part of its text that is links, 0 to 1.
    double link_share() const { return characters == 0 ? 0 : link_characters / characters; }
};

/// Counts over a node and all in it that a reader sees.
BlockCounts counts_of(const GumboNode& node);

/// What class and id say: above zero for the text of an article, below for furniture.
int weight_of_names(const GumboNode& node);

/// Whether class, id or role say that it is around the article: comments, menus, sharing, related
/// articles.
bool is_named_furniture(const GumboNode& node);

/// The tag of an element; unknown for other nodes.
GumboTag tag_of(const GumboNode& node);

}  // namespace nutgraf::archive
