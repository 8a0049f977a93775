#include "base/log.h"

#include "base/date.h"
#include "base/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace nutgraf {

namespace {

constexpr std::size_t max_value_bytes = 1024;

bool needs_quotes(std::string_view value) {
    return value.empty() || !std::ranges::all_of(value, [](char c) {
        return c > ' ' && c < 0x7F && c != '"' && c != '=' && c != '\\';
    });
}

std::string escaped(std::string_view value) {
    if (!needs_quotes(value)) return std::string(value.substr(0, max_value_bytes));
    std::string quoted = "\"";
    for (std::size_t at = 0; at < value.size();) {
        if (quoted.size() >= max_value_bytes) {
            quoted += "…";
            break;
        }
        const CodePoint c = code_point_at(value, at);
        if (c.value == U'"' || c.value == U'\\') {
            quoted.push_back('\\');
            quoted.push_back(static_cast<char>(c.value));
        } else if (is_control(c.value)) {
            quoted += fmt::format("\\u{:04x}", static_cast<unsigned>(c.value));
        } else {
            append_utf8(quoted, c.value);
        }
        at += c.size;
    }
    return quoted + "\"";
}

}  // namespace

std::string log_line(std::chrono::sys_seconds time, LogLevel level, std::string_view event,
                     std::initializer_list<LogField> fields) {
    constexpr std::array<std::string_view, 4> names = {"error", "warning", "info", "debug"};
    std::string line = fmt::format("{} {} {}", iso_instant(time),
                                   names.at(static_cast<std::size_t>(level)), event);
    for (const auto& [name, value] : fields) line += fmt::format(" {}={}", name, escaped(value));
    return line;
}

}  // namespace nutgraf
