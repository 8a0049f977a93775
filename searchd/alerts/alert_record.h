#pragma once

#include "base/json.h"
#include "searchd/alerts/store.h"

namespace nutgraf::alerts {

// What programs are told, as records of the API (docs/http-api.md). None of them holds a secret:
// not the command, and not that of the feed, which is not known.

Json to_json(const Alert& alert, Outbox& outbox);
Json to_json(const RunEntry& entry);

/// A hit that an alert would report, with the sequence of its change.
Json to_json(const search::ChangedHit& hit);

/// The answer to a preview or a test: how many there are, and the hits.
Json to_json(const search::ChangedHits& found);

}  // namespace nutgraf::alerts
