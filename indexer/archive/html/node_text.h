#pragma once

#include "indexer/archive/text_layout.h"

#include <gumbo.h>

#include <string>

namespace nutgraf::archive {

/// Adds what a reader sees of a node and all in it.
void add_node_text(const GumboNode& node, TextLayout& layout);

/// The same as a text.
std::string node_text(const GumboNode& node);

/// Whether an element is laid out as a block of its own.
bool is_block(GumboTag tag);

/// Whether a reader sees nothing of an element: scripts, styles, forms, what stands for pictures.
bool is_unseen(GumboTag tag);

}  // namespace nutgraf::archive
