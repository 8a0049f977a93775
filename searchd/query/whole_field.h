#pragma once

#include "indexer/index/schema.h"

#include <xapian.h>

#include <cstddef>

namespace nutgraf::query {

/// Matches the articles whose source or section, as the slot has it, is of so many words: with a
/// phrase of as many it is that phrase and nothing else. Weighs nothing.
Xapian::Query of_so_many_words(index::Slot slot, std::size_t words);

}  // namespace nutgraf::query
