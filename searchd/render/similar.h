#pragma once

#include "base/json.h"
#include "searchd/render/terminal.h"
#include "searchd/search/similar.h"

#include <string>

namespace nutgraf::render {

// Articles like one: pure functions.

/// The record of the API (docs/http-api.md).
Json to_json(const search::SimilarArticles& similar);

/// One of them, as it stands in the list of that record.
Json to_json(const search::SimilarHit& similar);

/// One of them for people at a terminal, with its number in the list, counted from 1, and what it
/// has in common with the article.
std::string to_terminal(const search::SimilarHit& similar, std::size_t number,
                        const TerminalStyle& style);

/// "huawei, 5g, Chris Coons": what an article has in common with the one it is like.
std::string shared_words(const search::SimilarHit& similar);

}  // namespace nutgraf::render
