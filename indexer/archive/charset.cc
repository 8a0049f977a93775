#include "indexer/archive/charset.h"

#include "base/utf8.h"
#include "indexer/archive/ascii.h"
#include "indexer/archive/utf8_converter.h"

#include <uchardet/uchardet.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

namespace nutgraf::archive {

namespace {

struct ByteOrderMark {
    std::string_view bytes;
    std::string_view charset;
};

using namespace std::string_view_literals;

// The longer before those that they begin with.
constexpr std::array byte_order_marks = {
    ByteOrderMark{"\xEF\xBB\xBF"sv, "UTF-8"},    ByteOrderMark{"\xFF\xFE\0\0"sv, "UTF-32LE"},
    ByteOrderMark{"\0\0\xFE\xFF"sv, "UTF-32BE"}, ByteOrderMark{"\xFF\xFE"sv, "UTF-16LE"},
    ByteOrderMark{"\xFE\xFF"sv, "UTF-16BE"},
};

/// What a markup file begins with in the wide sets, without a byte order mark.
constexpr std::array wide_beginnings = {
    ByteOrderMark{"<\0\0\0"sv, "UTF-32LE"},
    ByteOrderMark{"\0\0\0<"sv, "UTF-32BE"},
    ByteOrderMark{"<\0"sv, "UTF-16LE"},
    ByteOrderMark{"\0<"sv, "UTF-16BE"},
};

/// Names as pages use them, and the set that is meant: https://encoding.spec.whatwg.org.
constexpr std::array<std::pair<std::string_view, std::string_view>, 20> meant_charsets = {{
    {"ascii", "CP1252"},         {"us-ascii", "CP1252"},     {"iso-8859-1", "CP1252"},
    {"iso8859-1", "CP1252"},     {"iso_8859-1", "CP1252"},   {"latin1", "CP1252"},
    {"latin-1", "CP1252"},       {"windows-1252", "CP1252"}, {"iso-8859-9", "CP1254"},
    {"iso-8859-11", "CP874"},    {"tis-620", "CP874"},       {"gb2312", "GB18030"},
    {"gbk", "GB18030"},          {"x-gbk", "GB18030"},       {"euc-kr", "CP949"},
    {"ks_c_5601-1987", "CP949"}, {"shift_jis", "CP932"},     {"shift-jis", "CP932"},
    {"x-sjis", "CP932"},         {"utf8", "UTF-8"},
}};

std::string meant_charset(std::string_view declared) {
    const std::string name = lower_ascii(trimmed(declared));
    const auto* row =
        std::ranges::find(meant_charsets, name, [](const auto& entry) { return entry.first; });
    return std::string(row == meant_charsets.end() ? name : row->second);
}

/// Whether a beginning is UTF-8, a character that its end cuts apart aside.
bool looks_like_utf8(std::string_view beginning) {
    constexpr unsigned char first_lead = 0xC0;
    constexpr unsigned char first_beyond_ascii = 0x80;
    constexpr std::size_t longest_tail = 3;
    for (std::size_t cut = 0; cut < longest_tail && cut < beginning.size(); ++cut) {
        const auto last = static_cast<unsigned char>(beginning[beginning.size() - 1 - cut]);
        if (last < first_beyond_ascii) break;
        if (last < first_lead) continue;
        if (is_valid_utf8(beginning.substr(0, beginning.size() - 1 - cut))) return true;
        break;
    }
    return is_valid_utf8(beginning);
}

/// Whether so many characters are UTF-8 that no other set would be so by accident.
bool is_surely_utf8(std::string_view beginning) {
    constexpr std::ptrdiff_t enough = 60;
    return looks_like_utf8(beginning) &&
           std::ranges::count_if(beginning, [](char c) { return c < 0; }) >= enough;
}

std::string detected_charset(std::string_view bytes) {
    const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(),
                                                                         &uchardet_delete);
    std::string found;
    if (uchardet_handle_data(detector.get(), bytes.data(), bytes.size()) == 0) {
        uchardet_data_end(detector.get());
        found = meant_charset(uchardet_get_charset(detector.get()));
    }
    const bool is_usable = !found.empty() && found != "UTF-8" && Utf8Converter::knows(found);
    return is_usable ? found : "CP1252";
}

std::string attribute_value(std::string_view text, std::string_view name) {
    const auto at = text.find(name);
    if (at == std::string_view::npos) return {};
    std::string_view rest = trimmed(text.substr(at + name.size()));
    if (!rest.starts_with('=')) return {};
    rest = trimmed(rest.substr(1));
    if (rest.starts_with('"') || rest.starts_with('\'')) rest.remove_prefix(1);
    return std::string(trimmed(rest.substr(0, rest.find_first_of("\"'<>;/ \t\r\n?"))));
}

}  // namespace

std::string declared_charset(std::string_view beginning) {
    constexpr std::size_t looked_at = 4096;
    const std::string head = lower_ascii(beginning.substr(0, looked_at));
    const auto declaration = head.find("<?xml");
    if (declaration != std::string::npos) {
        const std::string_view text = std::string_view(head).substr(declaration);
        std::string name = attribute_value(text.substr(0, text.find('>')), "encoding");
        if (!name.empty()) return name;
    }
    for (auto meta = head.find("<meta"); meta != std::string::npos;
         meta = head.find("<meta", meta + 1)) {
        const std::string_view text = std::string_view(head).substr(meta);
        std::string name = attribute_value(text.substr(0, text.find('>')), "charset");
        if (!name.empty()) return name;
    }
    return {};
}

std::string charset_of(std::string_view beginning, std::string_view declared) {
    const auto begins = [&](const ByteOrderMark& row) { return beginning.starts_with(row.bytes); };
    if (const auto* row = std::ranges::find_if(byte_order_marks, begins);
        row != byte_order_marks.end())
        return std::string(row->charset);
    if (const auto* row = std::ranges::find_if(wide_beginnings, begins);
        row != wide_beginnings.end())
        return std::string(row->charset);
    std::string meant = meant_charset(declared);
    const bool says_nothing = meant.empty() || meant == "CP1252" || meant == "utf-8" ||
                              meant == "UTF-8" || !Utf8Converter::knows(meant);
    if (says_nothing && looks_like_utf8(beginning)) return "UTF-8";
    if (is_surely_utf8(beginning)) return "UTF-8";  // Saved anew, with the old declaration in it.
    // A file that begins with zero bytes was told apart above; this one is of single bytes.
    const bool is_possible = !says_nothing && !meant.starts_with("utf-16") &&
                             !meant.starts_with("utf-32") && !meant.starts_with("ucs");
    if (is_possible || meant == "CP1252") return meant;
    return looks_like_utf8(beginning) ? "UTF-8" : detected_charset(beginning);
}

std::size_t byte_order_mark_size(std::string_view beginning) {
    const auto* row = std::ranges::find_if(byte_order_marks, [&](const ByteOrderMark& mark) {
        return beginning.starts_with(mark.bytes);
    });
    return row == byte_order_marks.end() ? 0 : row->bytes.size();
}

std::string utf8_of(std::string_view bytes, const std::string& charset) {
    Utf8Converter converter(charset);
    bytes.remove_prefix(byte_order_mark_size(bytes));
    std::string text;
    converter.append(bytes, text);
    converter.finish(text);
    return text;
}

}  // namespace nutgraf::archive
