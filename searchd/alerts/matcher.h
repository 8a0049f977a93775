#pragma once

#include "searchd/alerts/alert.h"
#include "searchd/alerts/outbox.h"
#include "searchd/search/searcher.h"

#include <chrono>
#include <functional>
#include <string>

namespace nutgraf::alerts {

/// Asked between the steps of a run whether to go on; when not, what was recorded stays and the
/// next run goes on from there. May throw, to the same effect.
using GoesOn = std::function<bool()>;

/// How new articles are matched.
struct MatchingOptions {
    std::chrono::sys_seconds now;
    std::size_t batch = 200;  ///< Matches held and recorded at once, at most.
    GoesOn goes_on = [] { return true; };
};

/// What looking through the news came to.
struct Matching {
    std::uint64_t from = 0;  ///< The changes (from, to] were looked at.
    std::uint64_t to = 0;
    std::size_t matches = 0;  ///< That were new.
    std::string failure;  ///< Why the query could not be asked, as a whole sentence; else empty.
};

/// Asks an alert of everything its index took in since it was last asked, and records what matches.
///
/// Every change up to the state the index is in at the beginning is looked at exactly once,
/// whatever is written meanwhile and wherever an earlier call was cut off. An index the alert has
/// not met, a new one say, is looked at from its beginning. Throws Error when the index or the
/// store fails.
Matching match_new(const Alert& alert, search::Searcher& searcher, Outbox& outbox,
                   const MatchingOptions& options);

/// The first of what `match_new` would find now, oldest change first, and how many there are. The
/// count takes in what the alert has reported before in another version.
Expected<search::ChangedHits, query::QueryError> would_match(const Alert& alert,
                                                             search::Searcher& searcher,
                                                             Outbox& outbox,
                                                             const search::SearchRequest& request,
                                                             std::size_t limit);

/// Has alerts tell which of the articles they have told of a notice hides, and drops what was found
/// of articles that the index has lost since, and is not told yet; see Outbox::note_hidden and
/// drop. `since` is how far back matches are shown.
void drop_removed(search::Searcher& searcher, Outbox& outbox, std::chrono::sys_seconds since);

}  // namespace nutgraf::alerts
