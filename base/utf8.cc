#include "base/utf8.h"

#include <fmt/format.h>

#include <algorithm>

namespace nutgraf {

namespace {

unsigned char byte_at(std::string_view text, std::size_t offset) {
    return static_cast<unsigned char>(text[offset]);
}

bool is_continuation(unsigned char byte) {
    return (byte & 0xC0U) == 0x80U;
}

}  // namespace

// The well-formed sequences are those of the Unicode Standard, table 3-7.
CodePoint code_point_at(std::string_view text, std::size_t offset) {
    const unsigned char lead = byte_at(text, offset);
    if (lead < 0x80) return {lead, 1};
    const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    constexpr CodePoint malformed{replacement_character, 1};
    if (lead < 0xC2 || lead > 0xF4 || text.size() - offset < size) return malformed;
    char32_t value = lead & (0x7FU >> size);
    for (std::size_t i = 1; i < size; ++i) {
        const unsigned char byte = byte_at(text, offset + i);
        if (!is_continuation(byte)) return malformed;
        value = (value << 6U) | (byte & 0x3FU);
    }
    const bool overlong = (size == 3 && value < 0x800) || (size == 4 && value < 0x10000);
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (overlong || surrogate || value > 0x10FFFF) return malformed;
    return {value, size};
}

void append_utf8(std::string& text, char32_t code_point) {
    if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF))
        code_point = replacement_character;
    const auto put = [&](char32_t bits) { text.push_back(static_cast<char>(bits)); };
    const auto put_tail = [&](unsigned shift) { put(0x80U | ((code_point >> shift) & 0x3FU)); };
    if (code_point < 0x80) {
        put(code_point);
    } else if (code_point < 0x800) {
        put(0xC0U | (code_point >> 6U));
        put_tail(0);
    } else if (code_point < 0x10000) {
        put(0xE0U | (code_point >> 12U));
        put_tail(6);
        put_tail(0);
    } else {
        put(0xF0U | (code_point >> 18U));
        put_tail(12);
        put_tail(6);
        put_tail(0);
    }
}

bool is_valid_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (byte_at(text, at) < 0x80) {
            ++at;
            continue;
        }
        const CodePoint c = code_point_at(text, at);
        if (c.size == 1) return false;
        at += c.size;
    }
    return true;
}

std::string repaired_utf8(std::string_view text) {
    std::string repaired;
    repaired.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = code_point_at(text, at);
        append_utf8(repaired, c.value);
        at += c.size;
    }
    return repaired;
}

std::size_t code_point_count(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char c) { return !is_continuation(static_cast<unsigned char>(c)); }));
}

std::string_view utf8_prefix(std::string_view text, std::size_t bytes) {
    if (text.size() <= bytes) return text;
    constexpr std::size_t max_continuations = 3;  // More are not UTF-8, and are cut anywhere.
    for (std::size_t back = 0; back <= std::min(bytes, max_continuations); ++back)
        if (!is_continuation(byte_at(text, bytes - back))) return text.substr(0, bytes - back);
    return text.substr(0, bytes);
}

bool is_control(char32_t c) {
    const bool c0_or_c1 = c < 0x20 || (c >= 0x7F && c <= 0x9F);
    const bool mark = c == 0x061C || c == 0x200E || c == 0x200F;
    const bool embedding = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    return c0_or_c1 || mark || embedding;
}

std::string visible(std::string_view text) {
    std::string shown;
    shown.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = code_point_at(text, at);
        const bool is_layout = c.value == U'\n' || c.value == U'\t';
        if (is_control(c.value) && !is_layout) {
            shown += fmt::format("<U+{:04X}>", static_cast<unsigned>(c.value));
        } else {
            append_utf8(shown, c.value);
        }
        at += c.size;
    }
    return shown;
}

}  // namespace nutgraf
