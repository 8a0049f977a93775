#pragma once

#include "searchd/alerts/store.h"
#include "searchd/query/saved_queries.h"

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>

namespace nutgraf::alerts {

/// The queries of the alerts of a file, read as the alerts are, with their filters. The file is
/// opened when a name is first asked for, and none is made. Not thread-safe: one per thread.
class AlertQueries final : public query::SavedQueries {
public:
    /// Relative dates count from `today`. Borrows the gazetteer; null: queries that name
    /// organisations or people cannot be read.
    AlertQueries(std::filesystem::path alerts, const entities::Gazetteer* gazetteer,
                 std::chrono::sys_days today);

    /// Throws Error when the file fails.
    query::SavedReading reading(const std::string& name) override;

private:
    Store* store();

    std::filesystem::path alerts_;
    const entities::Gazetteer* gazetteer_;
    std::chrono::sys_days today_;
    std::optional<Store> store_;
};

}  // namespace nutgraf::alerts
