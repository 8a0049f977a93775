#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace nutgraf {

constexpr char32_t replacement_character = U'\uFFFD';

/// One code point and the bytes it took.
struct CodePoint {
    char32_t value = 0;
    std::size_t size = 0;  ///< 1 to 4 bytes.
};

/// The code point that begins at `offset`, which must lie within the text.
///
/// Bytes that are not UTF-8 (a stray or missing continuation byte, an overlong
/// form, a surrogate, a value above U+10FFFF) read as U+FFFD, one byte wide, so
/// every text can be walked to its end.
CodePoint code_point_at(std::string_view text, std::size_t offset);

/// Appends the UTF-8 form of a code point; a surrogate or a value above U+10FFFF as U+FFFD.
void append_utf8(std::string& text, char32_t code_point);

/// Whether every byte belongs to a well-formed code point.
bool is_valid_utf8(std::string_view text);

/// The text with each byte that is not UTF-8 replaced by U+FFFD.
std::string repaired_utf8(std::string_view text);

/// How many code points a valid UTF-8 text has.
std::size_t code_point_count(std::string_view text);

/// The longest beginning of a valid UTF-8 text of at most `bytes` bytes that ends between code
/// points.
std::string_view utf8_prefix(std::string_view text, std::size_t bytes);

/// Whether a code point could reorder, hide or command: C0 and C1 controls (tab and line feed too),
/// DEL, and the bidirectional controls U+061C, U+200E-F, U+202A-E, U+2066-9.
bool is_control(char32_t code_point);

/// The text with nothing in it that could command or deceive a terminal: each control but line feed
/// and tab, shown as
/// "<U+001B>"; bytes that are not UTF-8 become U+FFFD.
std::string visible(std::string_view text);

}  // namespace nutgraf
