#include "analyzers/text/fold.h"

#include "base/error.h"
#include "base/utf8.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>

namespace nutgraf::analyzers {

namespace {

constexpr std::size_t max_input_bytes = 256;
constexpr std::size_t max_folded_bytes = 64;

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

char ascii_lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

const icu::Normalizer2& loaded(const icu::Normalizer2* normalizer, UErrorCode status) {
    if (U_FAILURE(status)) throw Error("ICU's normalisation data is missing; reinstall ICU.");
    return *normalizer;
}

const icu::Normalizer2& caseless_normalizer() {
    UErrorCode status = U_ZERO_ERROR;
    static const icu::Normalizer2& normalizer =
        loaded(icu::Normalizer2::getNFKCCasefoldInstance(status), status);
    return normalizer;
}

const icu::Normalizer2& decomposing_normalizer() {
    UErrorCode status = U_ZERO_ERROR;
    static const icu::Normalizer2& normalizer =
        loaded(icu::Normalizer2::getNFDInstance(status), status);
    return normalizer;
}

std::string normalised(const icu::Normalizer2& normalizer, std::string_view text) {
    std::string result;
    icu::StringByteSink<std::string> sink(&result);
    UErrorCode status = U_ZERO_ERROR;
    normalizer.normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<int32_t>(text.size())),
                             sink, nullptr, status);
    if (U_FAILURE(status)) throw Error("ICU could not normalise a word.");
    return result;
}

bool is_mark(char32_t c) {
    return (U_MASK(u_charType(static_cast<UChar32>(c))) & (U_GC_MN_MASK | U_GC_ME_MASK)) != 0;
}

UScriptCode script_of(char32_t c) {
    UErrorCode status = U_ZERO_ERROR;
    return uscript_getScript(static_cast<UChar32>(c), &status);
}

/// Whether marks on letters of a script are accents, rather than part of the letter as in й.
bool has_accents(UScriptCode script) {
    return script == USCRIPT_LATIN || script == USCRIPT_GREEK || script == USCRIPT_ARABIC ||
           script == USCRIPT_HEBREW;
}

/// Letters that Unicode does not decompose but readers without the keyboard type so.
std::string_view plain_letters(char32_t c) {
    switch (c) {
        case U'ł':
            return "l";
        case U'ø':
            return "o";
        case U'đ':
        case U'ð':
            return "d";
        case U'þ':
            return "th";
        case U'æ':
            return "ae";
        case U'œ':
            return "oe";
        case U'ı':
            return "i";
        default:
            return {};
    }
}

std::string without_accents(std::string_view caseless) {
    std::string plain;
    const std::string decomposed = normalised(decomposing_normalizer(), caseless);
    bool base_has_accents = false;
    bool base_is_ye = false;
    for (std::size_t at = 0; at < decomposed.size();) {
        const CodePoint c = code_point_at(decomposed, at);
        at += c.size;
        if (is_mark(c.value)) {
            constexpr char32_t diaeresis = 0x308;  // ё decomposes to е and this.
            const bool is_yo = base_is_ye && c.value == diaeresis;
            if (!base_has_accents && !is_yo) append_utf8(plain, c.value);
            continue;
        }
        base_has_accents = has_accents(script_of(c.value));
        base_is_ye = c.value == U'е';  // The Cyrillic letter.
        if (const auto letters = plain_letters(c.value); !letters.empty()) {
            plain += letters;
        } else {
            append_utf8(plain, c.value);
        }
    }
    return plain;
}

/// ’ and its full-width sister as the apostrophe of the keyboard.
std::string with_plain_apostrophes(std::string text) {
    constexpr std::string_view curly = "’";
    for (auto at = text.find(curly); at != std::string::npos; at = text.find(curly, at))
        text.replace(at, curly.size(), "'");
    return text;
}

std::string cut(std::string text) {
    text.resize(utf8_prefix(text, max_folded_bytes).size());
    return text;
}

}  // namespace

FoldedWord fold(std::string_view word) {
    if (is_ascii(word)) {
        std::string lower(word.substr(0, max_folded_bytes));
        std::ranges::transform(lower, lower.begin(), ascii_lower);
        return {lower, lower};
    }
    const std::string repaired = repaired_utf8(utf8_prefix(word, max_input_bytes));
    const std::string caseless =
        with_plain_apostrophes(normalised(caseless_normalizer(), repaired));
    // Composed again, so that й is one letter on either side of a comparison.
    const std::string folded = normalised(caseless_normalizer(), without_accents(caseless));
    return {cut(folded), cut(caseless)};
}

}  // namespace nutgraf::analyzers
