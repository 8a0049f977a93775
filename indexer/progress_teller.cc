#include "indexer/progress_teller.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

namespace nutgraf::indexer {

ProgressTeller::ProgressTeller(ProgressStyle style) : style_(style) {
    if (style_ == ProgressStyle::automatic && ::isatty(STDERR_FILENO) == 0)
        style_ = ProgressStyle::never;
}

void ProgressTeller::tell(const Progress& progress) {
    constexpr std::chrono::milliseconds pause(250);
    const auto time = std::chrono::steady_clock::now();
    // A program that reads the progress wants every acknowledgement at once.
    const bool is_acknowledgement = is_json() && progress.totals.acknowledged != acknowledged_;
    if (style_ == ProgressStyle::never || (time < next_ && !is_acknowledgement)) return;
    next_ = time + pause;
    acknowledged_ = progress.totals.acknowledged;
    if (is_json()) {
        fmt::print(stderr, "{}\n", progress_json(progress));
    } else if (style_ == ProgressStyle::automatic) {
        fmt::print(stderr, "\r\x1B[K{}", progress_line(progress));
        has_open_line_ = true;
    } else {
        fmt::print(stderr, "{}\n", progress_line(progress));
    }
}

void ProgressTeller::clear() {
    if (has_open_line_) fmt::print(stderr, "\r\x1B[K");
    has_open_line_ = false;
}

void ProgressTeller::summarise(const Progress& progress) {
    clear();
    fmt::print(stderr, "{}\n", is_json() ? summary_json(progress) : summary_line(progress));
}

}  // namespace nutgraf::indexer
