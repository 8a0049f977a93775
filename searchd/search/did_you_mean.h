#pragma once

#include "searchd/query/syntax.h"
#include "searchd/search/completions.h"
#include "searchd/search/vocabulary.h"

#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::search {

/// A search that finds fewer articles than this may be misspelt.
constexpr std::uint64_t few_articles = 5;

/// What may have been meant is looked for in these. Borrows them.
struct KnownSpellings {
    const Vocabulary& vocabulary;
    const NameList& names;
};

/// Texts that may have been meant by a query, the likeliest first, each once; none where nothing is
/// like it. Rare words of headlines and texts are replaced by far more frequent ones, by two that
/// were run together, or, with the words around them, by the name of an organisation or a person.
/// `query` is how the text was read. Only the first few rare words are looked at, which bounds the
/// time.
std::vector<std::string> respelt(std::string_view text, const query::Query& query,
                                 const KnownSpellings& known);

}  // namespace nutgraf::search
