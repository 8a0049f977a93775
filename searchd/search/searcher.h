#pragma once

#include "base/expected.h"
#include "indexer/index/index_reader.h"
#include "searchd/search/highlighter.h"
#include "searchd/search/hit.h"
#include "searchd/search/search_request.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::search {

/// Why a query finds what it finds.
struct Explanation {
    query::ParsedQuery parsed;
    std::vector<query::Expansion> expansions;
    std::string xapian;  ///< The query as Xapian runs it.
    std::uint64_t total = 0;
    struct Term {
        std::string term;            ///< As the index holds it, prefix and all.
        std::uint64_t articles = 0;  ///< That hold it.
    };
    std::vector<Term> terms;            ///< Those of the query, in its order, each once.
    std::optional<double> score;        ///< Of the article asked about, where it matches.
    std::vector<std::string> matching;  ///< The query's terms that article holds.
};

/// Answers searches over one index. Not thread-safe: one per thread.
///
/// Every call answers from the newest committed state, and one call from one state; when a writer
/// takes the state away in the middle, the call begins again, three times at most. Throws Error
/// when the index cannot be read, DeadlineExceeded when the time is up.
class Searcher {
public:
    /// Throws Error when there is no index in the folder.
    explicit Searcher(std::filesystem::path index);

    Expected<Results, query::QueryError> search(const SearchRequest& request);

    /// The article with that key or id, marked for a query; an empty text marks nothing. Empty when
    /// there is no such article.
    std::optional<ArticleView> article(const std::string& id_or_key, const std::string& text,
                                       std::chrono::sys_days today);

    /// How a search is understood; with an id or key, also how that article fares.
    Expected<Explanation, query::QueryError> explain(const SearchRequest& request,
                                                     const std::string& id_or_key);

private:
    Expected<Results, query::QueryError> answer(const SearchRequest& request);
    Hit hit(Xapian::docid document, Highlighter& highlighter);

    index::IndexReader reader_;
};

}  // namespace nutgraf::search
