#include "searchd/alerts/preview.h"

namespace nutgraf::alerts {

Expected<search::ChangedHits, query::QueryError> preview(search::Searcher& searcher,
                                                         const search::SearchRequest& request,
                                                         std::chrono::sys_seconds now,
                                                         std::size_t limit) {
    return searcher.matches_between(request, {.after = searcher.sequence_before(now - preview_days),
                                              .up_to = searcher.state().sequence,
                                              .limit = limit,
                                              .is_newest_first = true});
}

}  // namespace nutgraf::alerts
