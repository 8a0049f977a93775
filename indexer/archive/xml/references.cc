#include "indexer/archive/xml/references.h"

#include "base/utf8.h"
#include "indexer/archive/ascii.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace nutgraf::archive {

namespace {

/// What Windows-1252 has at 0x80 to 0x9F; 0 where it has nothing.
constexpr std::array<char32_t, 32> windows_1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

bool is_xml_character(char32_t c) {
    return c == U'\t' || c == U'\n' || c == U'\r' || (c >= 0x20 && c <= 0xD7FF) ||
           (c >= 0xE000 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0x10FFFF);
}

std::string numbered_character(std::string_view digits) {
    const bool is_hexadecimal = digits.starts_with('x') || digits.starts_with('X');
    if (is_hexadecimal) digits.remove_prefix(1);
    constexpr int hexadecimal_base = 16;
    std::uint32_t value = 0;
    const char* end = digits.data() + digits.size();
    const auto [stop, error] =
        std::from_chars(digits.data(), end, value, is_hexadecimal ? hexadecimal_base : 10);
    if (digits.empty() || stop != end) return {};
    const char32_t c = as_windows_1252(value);
    std::string text;
    append_utf8(text, error == std::errc{} && is_xml_character(c) ? c : replacement_character);
    return escaped_xml(text);
}

std::string named_character(const std::string& name, const DeclaredTexts& declared) {
    constexpr std::array<std::string_view, 5> of_xml = {"amp", "lt", "gt", "quot", "apos"};
    if (std::ranges::find(of_xml, name) != of_xml.end()) return "&" + name + ";";
    if (const auto own = declared.find(name); own != declared.end())
        return escaped_xml(own->second);
    const htmlEntityDesc* entity = htmlEntityLookup(reinterpret_cast<const xmlChar*>(name.c_str()));
    if (entity == nullptr) return {};
    std::string text;
    append_utf8(text, static_cast<char32_t>(entity->value));
    return text;
}

bool is_name(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) {
        return is_ascii_letter(c) || is_ascii_digit(c);
    });
}

}  // namespace

Reference reference_at(std::string_view text, const DeclaredTexts& declared) {
    const auto semicolon = text.substr(0, max_reference_bytes).find(';');
    if (semicolon == std::string_view::npos) return {};
    const std::string_view inside = text.substr(1, semicolon - 1);
    Reference reference;
    if (inside.starts_with('#')) {
        reference.mended = numbered_character(inside.substr(1));
    } else if (is_name(inside)) {
        reference.mended = named_character(std::string(inside), declared);
    }
    if (!reference.mended.empty()) reference.size = semicolon + 1;
    return reference;
}

void read_declarations(std::string_view doctype, DeclaredTexts& declared) {
    constexpr std::string_view opening = "<!ENTITY";
    constexpr std::size_t max_count = 300;
    constexpr std::size_t max_text_bytes = 300;
    for (auto at = doctype.find(opening); at != std::string_view::npos;
         at = doctype.find(opening, at + 1)) {
        std::string_view rest = trimmed(doctype.substr(at + opening.size()));
        const std::string_view name = rest.substr(0, rest.find_first_of(" \t\r\n"));
        rest = trimmed(rest.substr(name.size()));
        if (!is_name(name) || rest.empty() || (rest[0] != '"' && rest[0] != '\'')) continue;
        const auto end = rest.find(rest[0], 1);
        if (end == std::string_view::npos || end > max_text_bytes) continue;
        const std::string_view text = rest.substr(1, end - 1);
        // Without references there is nothing that could grow, or lead elsewhere.
        if (text.find_first_of("&<%") != std::string_view::npos) continue;
        if (declared.size() < max_count) declared.emplace(name, text);
    }
}

char32_t as_windows_1252(char32_t code_point) {
    constexpr char32_t first = 0x80;
    if (code_point < first || code_point >= first + windows_1252.size()) return code_point;
    const char32_t meant = windows_1252.at(code_point - first);
    return meant == 0 ? replacement_character : meant;
}

std::string escaped_xml(std::string_view text) {
    std::string escaped;
    escaped.reserve(text.size());
    for (const char c : text) {
        if (c == '&') {
            escaped += "&amp;";
        } else if (c == '<') {
            escaped += "&lt;";
        } else if (c == '>') {
            escaped += "&gt;";
        } else {
            escaped.push_back(c);
        }
    }
    return escaped;
}

}  // namespace nutgraf::archive
