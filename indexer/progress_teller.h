#pragma once

#include "indexer/commands.h"
#include "indexer/progress.h"

#include <chrono>
#include <cstdint>

namespace nutgraf::indexer {

/// Tells on standard error how a run goes, a few times a second at most. Not thread-safe: one per
/// thread.
class ProgressTeller {
public:
    explicit ProgressTeller(ProgressStyle style);

    void tell(const Progress& progress);

    /// Takes the line that rewrites itself off the terminal, before another message.
    void clear();

    /// The closing line.
    void summarise(const Progress& progress);

private:
    bool is_json() const { return style_ == ProgressStyle::json; }

    ProgressStyle style_;
    std::chrono::steady_clock::time_point next_;
    std::uint64_t acknowledged_ = 0;
    bool has_open_line_ = false;
};

}  // namespace nutgraf::indexer
