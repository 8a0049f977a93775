#pragma once

#include "searchd/alerts/matcher.h"

#include <chrono>
#include <cstdint>
#include <string>

namespace nutgraf::alerts {

/// How matches are handed to commands.
struct DeliveryOptions {
    std::chrono::sys_seconds now;
    std::chrono::milliseconds time_limit = std::chrono::seconds(30);  ///< For one match.
    std::int64_t patience = 5;  ///< Failures in a row after which the rest waits for the next run.
    GoesOn goes_on = [] { return true; };
};

/// What handing over came to.
struct Deliveries {
    std::int64_t delivered = 0;
    std::int64_t failed = 0;
    std::string failure;  ///< Why the last one failed, as a whole sentence; else empty.
};

/// Hands every match that waits for the command of an alert to it, each by itself: one line of JSON
/// on its standard input, NUTGRAF_ALERT, NUTGRAF_ARTICLE and NUTGRAF_MATCH in its environment.
///
/// A match whose command ends with status 0 is delivered and never handed over again; any other is
/// again on the next run. A run that is cut off between the command's end and the note of it hands
/// the match over a second time, with the same id. Throws Error when the store fails.
Deliveries deliver(const Alert& alert, Outbox& outbox, const DeliveryOptions& options);

}  // namespace nutgraf::alerts
