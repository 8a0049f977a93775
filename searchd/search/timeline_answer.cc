#include "searchd/query/print.h"
#include "searchd/search/matching.h"
#include "searchd/search/searcher.h"
#include "searchd/search/senses.h"
#include "searchd/search/shared_state.h"
#include "searchd/search/timeline_counts.h"

#include <fmt/format.h>

#include <utility>

namespace nutgraf::search {

using query::QueryError;

namespace {

/// Says of which query an error is, where there are several.
QueryError of_query(QueryError error, std::size_t number, std::size_t all) {
    if (all > 1) error.message = fmt::format("Query {}: {}", number, error.message);
    return error;
}

}  // namespace

Expected<TimelineAnswer, QueryError> Searcher::timeline(const std::vector<SearchRequest>& requests,
                                                        const TimelineWish& wish) {
    using Answer = Expected<TimelineAnswer, QueryError>;
    return reader_.from_one_state([&]() -> Answer {
        const Xapian::Database& database = reader_.database();
        const query::Translator translator(database);
        TimelineAnswer answer;
        std::vector<std::vector<Xapian::docid>> found;
        for (const SearchRequest& request : requests) {
            const std::size_t number = found.size() + 1;
            auto parsed = query_of(with_gazetteer(request));
            if (!parsed) return Unexpected{of_query(parsed.error(), number, requests.size())};
            const auto translated = translator.translated(parsed->query);
            if (!translated)
                return Unexpected{of_query(translated.error(), number, requests.size())};
            found.push_back(matching_documents(database, translated->query, request.deadline));
            count_senses(parsed->notes, database, request.deadline);
            answer.queries.push_back({request.text, query::to_text(parsed->query),
                                      found.back().size(), std::move(parsed->notes)});
        }
        answer.timeline =
            timeline_of({found.begin(), found.end()}, *columns_of(reader_), wish.unit, wish.axis);
        answer.index_uuid = reader_.manifest().uuid;
        answer.revision = reader_.sequence();
        answer.articles = database.get_doccount();
        return answer;
    });
}

}  // namespace nutgraf::search
