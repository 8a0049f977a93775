#pragma once

#include "searchd/query/syntax.h"

#include <optional>
#include <string>

namespace nutgraf::query {

/// What the name of a saved query was read as.
struct SavedReading {
    std::optional<Query> query;   ///< Empty: `message` says why.
    std::string message = {};     ///< A whole sentence.
    std::string suggestion = {};  ///< The name that may be meant; empty when none is like it.
};

/// The saved queries that "alert:NAME" may ask for. Not thread-safe: one per thread.
class SavedQueries {
public:
    virtual ~SavedQueries() = default;
    SavedQueries() = default;
    SavedQueries(const SavedQueries&) = delete;
    SavedQueries& operator=(const SavedQueries&) = delete;

    virtual SavedReading reading(const std::string& name) = 0;
};

/// The names and the texts of the saved queries in a query, so that it can be told from the same
/// words at another time; empty where there are none.
std::string saved_in(const Query& query);

}  // namespace nutgraf::query
