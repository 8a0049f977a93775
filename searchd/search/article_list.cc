#include "searchd/search/article_list.h"

#include "base/error.h"
#include "searchd/query/to_xapian.h"
#include "searchd/search/matching.h"
#include "searchd/search/searcher.h"

#include <algorithm>

namespace nutgraf::search {

using query::QueryError;

Expected<ArticleList, QueryError> Searcher::list(const SearchRequest& request) {
    using Answer = Expected<ArticleList, QueryError>;
    return reader_.from_one_state([&]() -> Answer {
        const auto parsed = query_of(with_gazetteer(request));
        if (!parsed) return Unexpected{parsed.error()};
        const query::Translator translator(reader_.database());
        const auto translated = translator.translated(parsed->query);
        if (!translated) return Unexpected{translated.error()};
        return ArticleList{
            matching_documents(reader_.database(), translated->query, request.deadline),
            reader_.manifest().databases};
    });
}

std::vector<ArticleView> Searcher::articles(const ArticleList& list, std::size_t begin,
                                            std::size_t count) {
    const std::size_t end = std::min(list.documents.size(), begin + count);
    return reader_.from_one_state([&] {
        if (reader_.manifest().databases != list.databases)
            throw Error("The index was rebuilt while its articles were read; try again.");
        std::vector<ArticleView> views;
        for (std::size_t i = begin; i < end; ++i) {
            try {
                views.push_back(view_of(reader_.article(list.documents[i])));
            } catch (const Xapian::DocNotFoundError&) {
                continue;  // Removed meanwhile.
            }
        }
        return views;
    });
}

}  // namespace nutgraf::search
