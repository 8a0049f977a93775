#pragma once

namespace nutgraf {

/// Exit statuses, as grep has them.
constexpr int exit_found = 0;
constexpr int exit_nothing = 1;
constexpr int exit_error = 2;
constexpr int exit_interrupted = 130;

}  // namespace nutgraf
