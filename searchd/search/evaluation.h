#pragma once

#include "analyzers/text/stem.h"
#include "indexer/index/document_record.h"
#include "searchd/query/syntax.h"
#include "searchd/search/hit.h"

#include <string_view>
#include <vector>

namespace nutgraf::search {

/// A place where a clause of a query is met.
struct Place {
    Mark mark;
    std::size_t clause = 0;  ///< Counted from 0 over the words, phrases and entities of the query.
};

/// Where an article meets a query. Borrows what it is made from.
struct Findings {
    bool is_match = false;
    std::vector<Place> title;  ///< In no order; may overlap.
    std::vector<Place> text;
};

/// Evaluates a query on one article, by its words and not by the index. `stemmer` is that of the
/// article's language, null where it is not stemmed.
Findings findings(const query::Query& query, const index::StoredArticle& stored,
                  std::string_view text, analyzers::Stemmer* stemmer);

}  // namespace nutgraf::search
