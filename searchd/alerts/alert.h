#pragma once

#include "searchd/alerts/saved_query.h"

#include <chrono>
#include <cstdint>
#include <string>

namespace nutgraf::alerts {

/// Names an alert within its store, for life; it is never given again.
struct AlertId {
    std::int64_t value = 0;

    bool operator==(const AlertId&) const = default;
};

/// Whether an article that an alert has reported is reported again when it changes.
enum class Repeats { once, every_version };

/// A query that is asked of everything new.
struct Alert {
    AlertId id;
    std::string uuid;  ///< For life, and unique beyond the store: what is sent out refers to it.
    std::string name;  ///< Unique within the store.
    SavedQuery query;
    Repeats repeats = Repeats::once;
    std::chrono::sys_seconds created;
    bool is_paused = false;
    std::string command;        ///< What /bin/sh runs for each match; empty: nothing.
    std::int64_t revision = 0;  ///< Counts what was changed of it.
};

/// Where an alert stands in an index: it has been asked of every change up to `sequence`.
struct Cursor {
    std::string index_uuid;
    std::uint64_t start = 0;  ///< Where it began; what came before is none of its business.
    std::uint64_t sequence = 0;

    bool operator==(const Cursor&) const = default;
};

/// "once" or "every-version".
std::string_view name_of(Repeats repeats);

}  // namespace nutgraf::alerts
