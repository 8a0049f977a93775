#pragma once

#include "searchd/query/syntax.h"
#include "searchd/search/vocabulary.h"

#include <string>
#include <string_view>

namespace nutgraf::search {

/// A search that finds fewer articles than this may be misspelt.
constexpr std::uint64_t few_articles = 5;

/// The text of a query with each rare word of headlines and texts replaced by the far more frequent
/// one that most likely was meant; empty when there is none to replace. `query` is how the text was
/// read. Only the first few rare words are looked at, which bounds the time.
std::string respelt(std::string_view text, const query::Query& query, const Vocabulary& vocabulary);

}  // namespace nutgraf::search
