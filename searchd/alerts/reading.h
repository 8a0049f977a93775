#pragma once

#include "searchd/alerts/matcher.h"
#include "searchd/alerts/store.h"

#include <string>
#include <vector>

namespace nutgraf::alerts {

// What precedes the reading of what an alert has found, by a feed or a page. Neither needs the
// RunLock: a match is recorded once however many look for it, and no command is run.

/// Brings an alert up to the present state of its index. As a run does, it records what is new and
/// notes that in the history; what it finds is told and handed to the alert's command by the next
/// run.
///
/// A paused alert is left as it is. Returns why the query could not be asked, as a whole sentence;
/// else empty. What `goes_on` cuts off is found by the next call. Throws Error when the index or
/// the store fails.
std::string catch_up(const Alert& alert, Store& store, search::Searcher& searcher,
                     const MatchingOptions& options);

/// The newest matches of an alert, newest first, as Outbox::newest gives them; those whose articles
/// the index has lost are dropped first.
std::vector<Match> present_matches(AlertId alert, const Window& window, Outbox& outbox,
                                   search::Searcher& searcher);

}  // namespace nutgraf::alerts
