#pragma once

#include "searchd/alerts/alert.h"
#include "searchd/alerts/database.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace nutgraf::alerts {

/// What one run came to for one alert.
struct RunEntry {
    std::chrono::sys_seconds at;
    std::uint64_t from = 0;  ///< The changes (from, to] of the index were looked at.
    std::uint64_t to = 0;
    std::int64_t matches = 0;    ///< That were new.
    std::int64_t delivered = 0;  ///< Handed to the command.
    std::int64_t failed = 0;     ///< Not taken by the command.
    std::string failure;         ///< Why the alert could not look, or the command not take: a whole
                                 ///< sentence; else empty.

    bool operator==(const RunEntry&) const = default;
};

/// The last runs of each alert. Throws Error when the file fails. Not thread-safe: one per thread.
class History {
public:
    /// How many runs are kept of an alert.
    static constexpr std::int64_t kept_runs = 200;

    /// Borrows the database of a Store.
    explicit History(Database& database) : database_(database) {}

    /// Notes a run. One of an alert that is removed meanwhile is not kept.
    void add(AlertId alert, const RunEntry& entry);

    /// The runs of an alert, newest first; so many at most.
    std::vector<RunEntry> entries(AlertId alert, std::size_t limit);

private:
    Database& database_;
};

}  // namespace nutgraf::alerts
