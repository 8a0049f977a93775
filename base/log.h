#pragma once

#include <chrono>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace nutgraf {

/// How much an event matters: error, someone must act; the others in falling order.
enum class LogLevel { error, warning, info, debug };

/// One member of a log line: its name and its value.
using LogField = std::pair<std::string_view, std::string>;

/// The line for one event, without its line feed: `2019-05-10T21:30:00Z info listening port=8080`.
///
/// A value holding a space, a quote, a control or an invalid byte is quoted and
/// escaped, and every value is cut at 1 KiB as printed, so that one event is always one line.
std::string log_line(std::chrono::sys_seconds time, LogLevel level, std::string_view event,
                     std::initializer_list<LogField> fields);

}  // namespace nutgraf
