#pragma once

#include "analyzers/text/stem.h"
#include "indexer/index/document_record.h"
#include "searchd/query/syntax.h"
#include "searchd/search/hit.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::search {

/// What is to be marked in an article.
struct Highlights {
    std::vector<Mark> title;
    std::vector<Mark> text;
    std::vector<std::size_t>
        text_clauses;  ///< For each of `text`: which clause of the query it is.
};

/// Finds the words of an article that make it match a query.
///
/// True to the query: a word of a phrase is marked only where the phrase stands, one range for all
/// of it; nothing below a NOT is marked; a side of an OR that the article does not satisfy is not
/// marked, nor an AND of which a part is missing. Filters are evaluated and mark nothing. Made for
/// one query and used on many articles. Not thread-safe: one per thread.
class Highlighter {
public:
    /// `languages` are those whose stems the query's words may match by.
    Highlighter(query::Query query, const std::vector<std::string>& languages);

    /// The marks of an article; none when it does not match. `text` is archive::text_of it.
    Highlights highlights(const index::StoredArticle& stored, std::string_view text);

private:
    query::Query query_;
    std::map<std::string, analyzers::Stemmer, std::less<>> stemmers_;  // By language.
};

}  // namespace nutgraf::search
