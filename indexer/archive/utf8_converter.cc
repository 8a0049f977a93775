#include "indexer/archive/utf8_converter.h"

#include "base/error.h"
#include "base/utf8.h"
#include "indexer/archive/ascii.h"

#include <fmt/format.h>
#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>

namespace nutgraf::archive {

namespace {

/// Nothing but a name: a slash would ask iconv for more than the conversion.
bool is_charset_name(std::string_view name) {
    const auto is_part = [](char c) {
        return is_ascii_letter(c) || is_ascii_digit(c) || c == '-' || c == '_' || c == '.';
    };
    return !name.empty() && std::ranges::all_of(name, is_part);
}

/// The conversion, or (iconv_t)-1, which is what iconv_open returns for none.
iconv_t opened(const std::string& charset) {
    // A character set of escape sequences has states that a damaged file would leave it in.
    const bool is_refused = !is_charset_name(charset) || lower_ascii(charset).starts_with("utf-7");
    return ::iconv_open("UTF-8", is_refused ? "no such set" : charset.c_str());
}

bool is_open(iconv_t descriptor) {
    return reinterpret_cast<std::ptrdiff_t>(descriptor) != -1;
}

}  // namespace

bool Utf8Converter::knows(const std::string& charset) {
    iconv_t descriptor = opened(charset);
    if (!is_open(descriptor)) return false;
    ::iconv_close(descriptor);
    return true;
}

Utf8Converter::Utf8Converter(const std::string& charset) : descriptor_(opened(charset)) {
    if (!is_open(descriptor_))
        throw Error(fmt::format("There is no character set \"{}\".", charset));
}

Utf8Converter::~Utf8Converter() {
    ::iconv_close(descriptor_);
}

void Utf8Converter::append(std::string_view bytes, std::string& text) {
    std::string whole = cut_;
    whole += bytes;
    cut_.clear();
    char* in = whole.data();
    std::size_t left = whole.size();
    constexpr std::size_t part_bytes = std::size_t{16} * 1024;
    std::array<char, part_bytes> part{};
    while (left > 0) {
        char* out = part.data();
        std::size_t room = part.size();
        const std::size_t result = ::iconv(descriptor_, &in, &left, &out, &room);
        const int failure = result == static_cast<std::size_t>(-1) ? errno : 0;
        text.append(part.data(), part.size() - room);
        if (failure == EINVAL) {
            cut_.assign(in, left);
            return;
        }
        if (failure == EILSEQ) {
            append_utf8(text, replacement_character);
            ++in;
            --left;
        }
    }
}

void Utf8Converter::finish(std::string& text) {
    if (!cut_.empty()) append_utf8(text, replacement_character);
    cut_.clear();
}

}  // namespace nutgraf::archive
