#include "searchd/alerts/reading.h"

namespace nutgraf::alerts {

namespace {

bool is_at_end(AlertId alert, Outbox& outbox, search::Searcher& searcher) {
    const search::IndexState state = searcher.state();
    const auto cursor = outbox.cursor(alert, state.uuid);
    return cursor && cursor->sequence >= state.sequence;
}

void note_matching(AlertId alert, const Matching& matching, History& history,
                   std::chrono::sys_seconds now) {
    if (matching.to == matching.from) return;
    history.add(alert, {now, matching.from, matching.to,
                        static_cast<std::int64_t>(matching.matches), 0, 0, matching.failure});
}

}  // namespace

std::string catch_up(const Alert& alert, Store& store, search::Searcher& searcher,
                     const MatchingOptions& options) {
    if (alert.is_paused) return {};
    // Who is overtaken by another that looks for the same goes on behind it.
    constexpr int tries = 3;
    for (int i = 0; i < tries; ++i) {
        const Matching matching = match_new(alert, searcher, store.outbox(), options);
        note_matching(alert.id, matching, store.history(), options.now);
        if (!matching.failure.empty()) return matching.failure;
        if (!options.goes_on() || is_at_end(alert.id, store.outbox(), searcher)) break;
    }
    return {};
}

std::vector<Match> present_matches(AlertId alert, const Window& window, Outbox& outbox,
                                   search::Searcher& searcher) {
    const std::string uuid = searcher.state().uuid;
    for (;;) {
        std::vector<Match> matches = outbox.newest(alert, window);
        std::vector<std::string> articles;
        for (const Match& match : matches)
            if (match.index_uuid == uuid && !match.is_note) articles.push_back(match.article);
        const std::vector<std::string> lost = searcher.missing(articles);
        if (lost.empty()) return matches;
        for (const std::string& article : lost)
            if (const auto held = searcher.held(article)) outbox.note_hidden(uuid, *held);
        outbox.drop(uuid, lost);
    }
}

}  // namespace nutgraf::alerts
