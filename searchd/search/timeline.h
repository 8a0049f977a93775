#pragma once

#include "analyzers/text/time_zone.h"
#include "searchd/query/syntax.h"
#include "searchd/search/counts.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace nutgraf::search {

/// By what time articles are counted.
struct TimeAxis {
    enum class Of : std::uint8_t { published, seen };
    Of of = Of::published;
    /// In which the days of `seen`, the instant of ingestion, begin. A day of publication is the
    /// paper's own and the same in every zone.
    analyzers::TimeZone zone;
};

/// "published", "seen".
constexpr std::string_view name_of(TimeAxis::Of of) {
    return of == TimeAxis::Of::published ? "published" : "seen";
}

/// The articles of one year, month, week or day.
struct TimelineBucket {
    std::chrono::sys_days start;
    std::vector<std::uint64_t> counts;  ///< That match, one number a query.
    std::uint64_t archive = 0;          ///< In the whole index.

    bool operator==(const TimelineBucket&) const = default;
};

/// When the articles that several queries find were published, or came in.
struct Timeline {
    TimeUnit unit = TimeUnit::month;
    std::string zone = "UTC";             ///< In which the days begin.
    std::vector<TimelineBucket> buckets;  ///< From the first that any query fills to the last.
    /// By query: those without a date that is known to the month, or before the first bucket.
    std::vector<std::uint64_t> undated;

    bool operator==(const Timeline&) const = default;
};

/// What a timeline is asked beside its queries.
struct TimelineWish {
    std::optional<TimeUnit> unit;  ///< Absent: what suits.
    TimeAxis axis;
};

/// The answer to several queries, counted by time; all of one state of the index.
struct TimelineAnswer {
    struct Asked {
        std::string input;   ///< As typed.
        std::string parsed;  ///< As read, filters included.
        std::uint64_t total = 0;
        std::vector<query::Note> notes;
    };
    std::vector<Asked> queries;
    Timeline timeline;
    std::string index_uuid;
    std::uint64_t revision = 0;
    std::uint64_t articles = 0;  ///< In the index.
};

}  // namespace nutgraf::search
