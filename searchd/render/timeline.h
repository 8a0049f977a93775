#pragma once

#include "base/json.h"
#include "searchd/render/terminal.h"
#include "searchd/search/timeline.h"

#include <string>

namespace nutgraf::render {

// What several queries find, by time: pure functions.

/// The record of the API (docs/http-api.md).
Json to_json(const search::TimelineAnswer& answer);

/// A chart for a terminal: a line a bucket, with the archive's own number, and for each query its
/// number and a bar, all bars on one scale. Nothing that comes from outside carries a control or
/// bidirectional character into it.
std::string timeline_chart(const search::TimelineAnswer& answer, const TerminalStyle& style);

/// A line a bucket: when it starts, the number of each query and the archive's, tabs between;
/// "undated" last, without a number of the archive.
std::string timeline_rows(const search::TimelineAnswer& answer);

/// "2019", "2019-03", "2019-03-29"; of a week its Monday.
std::string bucket_date(search::TimeUnit unit, std::chrono::sys_days start);

}  // namespace nutgraf::render
