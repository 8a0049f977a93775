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

/// Whether a reader of the log could take what follows the character for another line.
bool ends_line(char32_t c) {
    return c == U'\u2028' || c == U'\u2029';
}

std::string escaped(char32_t c) {
    if (is_control(c) || ends_line(c)) return fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    std::string text = c == U'"' || c == U'\\' ? "\\" : "";
    append_utf8(text, c);
    return text;
}

std::string printed(std::string_view value) {
    if (!needs_quotes(value)) return std::string(value.substr(0, max_value_bytes));
    constexpr std::string_view cut_mark = "…";
    std::string quoted = "\"";
    std::size_t size_before_cut = 1;  // Where the cut mark and the closing quote still find room.
    for (std::size_t at = 0; at < value.size();) {
        const CodePoint c = code_point_at(value, at);
        quoted += escaped(c.value);
        at += c.size;
        if (quoted.size() + 1 > max_value_bytes) {
            quoted.resize(size_before_cut);
            quoted += cut_mark;
            break;
        }
        if (quoted.size() + cut_mark.size() + 1 <= max_value_bytes) size_before_cut = quoted.size();
    }
    return quoted + "\"";
}

}  // namespace

std::string log_line(std::chrono::sys_seconds time, LogLevel level, std::string_view event,
                     std::initializer_list<LogField> fields) {
    constexpr std::array<std::string_view, 4> names = {"error", "warning", "info", "debug"};
    std::string line = fmt::format("{} {} {}", iso_instant(time),
                                   names.at(static_cast<std::size_t>(level)), event);
    for (const auto& [name, value] : fields) line += fmt::format(" {}={}", name, printed(value));
    return line;
}

}  // namespace nutgraf
