#include "base/log.h"

#include "base/utf8.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace nutgraf::tests::in_log_test {

using namespace nutgraf;

namespace {

constexpr std::chrono::sys_seconds noon{std::chrono::seconds(1'557'489'600)};

/// What stands behind the = of a line's only field.
std::string printed(const std::string& value) {
    const std::string line = log_line(noon, LogLevel::info, "event", {{"key", value}});
    return line.substr(line.find('=') + 1);
}

}  // namespace

TEST_CASE("a line gives time, level, event and fields in order") {
    CHECK(log_line(noon, LogLevel::info, "listening", {{"port", "8080"}}) ==
          "2019-05-10T12:00:00Z info listening port=8080");
    CHECK(log_line(noon, LogLevel::error, "stopped", {}) == "2019-05-10T12:00:00Z error stopped");
    CHECK(log_line(noon, LogLevel::warning, "slow", {{"ms", "51"}, {"id", "a-1"}}) ==
          "2019-05-10T12:00:00Z warning slow ms=51 id=a-1");
    CHECK(log_line(noon, LogLevel::debug, "read", {}) == "2019-05-10T12:00:00Z debug read");
}

TEST_CASE("a value that could be mistaken for something else is quoted and escaped") {
    struct Case {
        std::string value, expected;
    };
    const Case cases[] = {
        {"8080", "8080"},
        {"/search?q", "/search?q"},
        {"", "\"\""},
        {"two words", "\"two words\""},
        {"a=b", "\"a=b\""},
        {"say \"no\"", "\"say \\\"no\\\"\""},
        {"back\\slash", "\"back\\\\slash\""},
        {"line\nfeed", "\"line\\u000afeed\""},
        {"carriage\rreturn", "\"carriage\\u000dreturn\""},
        {std::string("\0", 1), "\"\\u0000\""},
        {"\x1B[31m", "\"\\u001b[31m\""},  // A terminal's colour command.
        {"\x7F", "\"\\u007f\""},
        {"\u0085", "\"\\u0085\""},                   // Next line, a C1 control.
        {"a\u202Eb", "\"a\\u202eb\""},               // Would turn the rest of the line round.
        {"a\u2028b\u2029", "\"a\\u2028b\\u2029\""},  // Was let through, and ends a line (UAX #14).
        {"café", "\"café\""},
        {"a\xFF"
         "b",
         "\"a\uFFFDb\""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.value);
        CHECK(printed(c.value) == c.expected);
    }
}

TEST_CASE("a value is cut at 1 KiB as printed, between characters and with its closing quote") {
    CHECK(printed(std::string(1024, 'x')) == std::string(1024, 'x'));
    const std::string values[] = {
        std::string(1'000'000, 'x'), std::string(1'000'000, ' '),    std::string(1'000'000, '\0'),
        std::string(1'000'000, '"'), std::string(1'000'000, '\xFF'),
    };
    for (const std::string& value : values) {
        CAPTURE(static_cast<int>(value.front()));
        const std::string text = printed(value);
        CHECK(text.size() <= 1024);
        CHECK(text.size() > 1000);
        CHECK(is_valid_utf8(text));
        CHECK(text.starts_with('"') == text.ends_with('"'));
    }
    std::string euros;
    for (int i = 0; i < 1000; ++i) euros += "€";
    CHECK(is_valid_utf8(printed(euros)));
    CHECK(printed(euros).ends_with("€…\""));
    CHECK(printed(euros).size() <= 1024);
}

TEST_CASE("one event is one line, whatever the bytes") {
    std::string every_byte;
    for (int byte = 0; byte < 256; ++byte) every_byte.push_back(static_cast<char>(byte));
    const std::string line =
        log_line(noon, LogLevel::error, "event", {{"a", every_byte}, {"b", "\r\n2019 info fake"}});
    CHECK(is_valid_utf8(line));
    CHECK(std::ranges::none_of(line, [](char c) { return (c >= 0 && c < ' ') || c == 0x7F; }));
}

}  // namespace nutgraf::tests::in_log_test
