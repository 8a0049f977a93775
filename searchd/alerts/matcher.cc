#include "searchd/alerts/matcher.h"

#include <algorithm>

namespace nutgraf::alerts {

using search::ChangedHits;
using search::IndexState;
using search::Searcher;

namespace {

std::chrono::sys_days day_of(std::chrono::sys_seconds instant) {
    return std::chrono::floor<std::chrono::days>(instant);
}

/// Where the alert stands in an index. One restored from a backup may have gone back behind it: the
/// alert then looks at everything since it began once more, and what it knows is not kept twice.
std::uint64_t place_in(const IndexState& state, const Alert& alert, Outbox& outbox) {
    const auto cursor = outbox.cursor(alert.id, state.uuid);
    if (!cursor) return 0;
    if (cursor->sequence <= state.sequence) return cursor->sequence;
    outbox.rewind(alert.id, state.uuid, state.sequence);
    return std::min(cursor->start, state.sequence);
}

}  // namespace

Matching match_new(const Alert& alert, Searcher& searcher, Outbox& outbox,
                   const MatchingOptions& options) {
    // What is written from now on is left to the next run, which else might never come.
    const IndexState target = searcher.state();
    Matching result;
    result.from = place_in(target, alert, outbox);
    result.to = result.from;
    const search::SearchRequest request = request_of(alert.query, day_of(options.now));
    while (result.to < target.sequence && options.goes_on()) {
        const auto found = searcher.matches_between(
            request, {.after = result.to, .up_to = target.sequence, .limit = options.batch});
        if (!found) {
            result.failure = sentence_of(found.error());
            return result;
        }
        if (found->state.uuid != target.uuid) return result;  // Another index in its place.
        const bool is_all = found->total == found->hits.size();
        const std::uint64_t reached = is_all ? target.sequence : found->hits.back().sequence;
        if (!options.goes_on()) return result;
        const auto fresh =
            outbox.record(alert, {target.uuid, result.to, reached}, found->hits, options.now);
        if (!fresh) return result;
        result.to = reached;
        result.matches += *fresh;
    }
    return result;
}

Expected<ChangedHits, query::QueryError> would_match(const Alert& alert, Searcher& searcher,
                                                     Outbox& outbox,
                                                     const search::SearchRequest& request,
                                                     std::size_t limit) {
    const IndexState state = searcher.state();
    const auto cursor = outbox.cursor(alert.id, state.uuid);
    auto found = searcher.matches_between(
        request, {.after = cursor ? std::min(cursor->sequence, state.sequence) : 0,
                  .up_to = state.sequence,
                  .limit = limit});
    if (found)
        std::erase_if(found->hits, [&](const search::ChangedHit& hit) {
            return !outbox.is_new(alert, found->state.uuid, hit);
        });
    return found;
}

void drop_removed(Searcher& searcher, Outbox& outbox, std::chrono::sys_seconds since) {
    constexpr std::size_t batch = 500;
    const std::string uuid = searcher.state().uuid;
    for (const index::HeldArticle& held : searcher.all_held()) outbox.note_hidden(uuid, held);
    std::string last;
    for (;;) {
        const auto articles = outbox.articles_told_of(uuid, since, last, batch);
        if (articles.empty()) return;
        last = articles.back();
        const auto missing = searcher.missing(articles);
        if (!missing.empty()) outbox.drop(uuid, missing);
    }
}

}  // namespace nutgraf::alerts
