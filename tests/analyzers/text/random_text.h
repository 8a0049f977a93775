#pragma once

#include <cstddef>
#include <iterator>
#include <random>
#include <string>

namespace nutgraf::tests {

/// A text of 40 pieces, each of a kind that has its own way of going wrong; the same for a seed.
inline std::string random_text(unsigned seed) {
    using namespace std::string_literals;
    static const std::string pieces[] = {
        // Letters, digits and what joins, splits or marks them.
        "a", "s", "S", "Z", "B", "é", "ñ", "й", "Ё", "ß", "İ", "ı", "ﬁ", "Ǆ", "ς", "Ω", "ᾳ", "7",
        "٣", "²", "½", "Ⅳ", " ", "\n", "\r", "\t", "\r\n", ".", ",", ";", ":", "'", "’", "‘", "'s",
        "’s", "&", "_", "＿", "-", "‐", "‑", "–", "·", "\"", "．", "：", "\u202F", "\u00A0",
        // Marks, and letters that decompose into more than one of them or start with one.
        "\u0301", "\u0308", "\u0323", "\u0344", "\u0345", "\u20E3", "\u0F73", "\u0F75", "\u0F81",
        "\U0001D160", "\u0958", "\u1E9B\u0323", "\u09C7", "\u09BE", "\u0E33",
        // What hides.
        "\u00AD", "\u200B", "\u200C", "\u200D", "\u2060", "\uFEFF", "\u034F", "\uFE0F", "\u115F",
        "\u3164", "\u180E", "\U000E0041", "\u202E", "\u2066",
        // Scripts without spaces, syllables in parts, right to left, pictures.
        "华", "が", "か\u3099", "フ", "ｶ", "ﾞ", "ข่า", "ក", "ລ", "က", "한", "\u1112", "\u1161",
        "\u11AB", "م", "ُ", "أ", "ﷺ", "צה\"ל", "ג'", "שָׁ", "हि", "👩‍👩‍👧", "🇪🇺", "１",
        "Ａ", "㎏", "\U0001D400",
        // What a reader would have repaired or removed.
        "\0"s, "\x1B"s, "\x7F"s, "\u0085", "\u2028", "\uFDD0", "\uFFFE", "\U0010FFFF", "\uFFFD",
        "\x80", "\xBF\xBF", "\xC3", "\xE2\x82", "\xF0\x9F", "\xC0\x80", "\xED\xA0\x80", "\xFF"};
    std::mt19937 random(seed);
    std::string text;
    for (int i = 0; i < 40; ++i) {
        const std::string& piece = pieces[random() % std::size(pieces)];
        const auto repeats = random() % 16 == 0 ? random() % 40 : 1;
        for (std::size_t j = 0; j < repeats; ++j) text += piece;
    }
    return text;
}

}  // namespace nutgraf::tests
