#pragma once

#include "base/error.h"

#include <xapian.h>

#include <chrono>
#include <optional>
#include <string>

namespace nutgraf::search {

using Deadline = std::optional<std::chrono::steady_clock::time_point>;

/// A search, or another answer, took longer than it was given.
class DeadlineExceeded : public Error {
public:
    DeadlineExceeded() : Error("The search took too long; ask for fewer or rarer words.") {}
    explicit DeadlineExceeded(const std::string& message) : Error(message) {}
};

/// The query with a filter that ends the match by throwing DeadlineExceeded once the time is up.
///
/// Xapian's own time limit only stops counting (enquire.h), so the filter takes part in the match
/// as a posting list of every article and looks at the clock every few steps. No deadline: the
/// query as it is.
Xapian::Query with_deadline(const Xapian::Query& query, const Deadline& deadline);

}  // namespace nutgraf::search
