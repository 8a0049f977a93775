#include "analyzers/text/language.h"

#include "base/utf8.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace nutgraf::analyzers {

namespace {

constexpr std::size_t sample_bytes = 4096;

bool is_tag(std::string_view text) {
    const auto is_allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-' || c == '_';
    };
    return !text.empty() && text.size() <= 35 && std::ranges::all_of(text, is_allowed);
}

}  // namespace

std::optional<std::string> language_code(std::string_view declared) {
    if (!is_tag(declared)) return std::nullopt;
    const icu::Locale locale = icu::Locale::createCanonical(std::string(declared).c_str());
    const std::string code = locale.getLanguage();
    // Only for languages ICU has heard of does it know a three-letter code.
    if (code.empty() || *locale.getISO3Language() == '\0') return std::nullopt;
    return code;
}

std::optional<std::string> detected_language(std::string_view text) {
    const std::string_view sample = utf8_prefix(text, sample_bytes);
    constexpr bool is_plain_text = true;
    CLD2::Language languages[3];
    int percentages[3];
    int text_bytes = 0;
    bool is_reliable = false;
    const CLD2::CLDHints no_hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
    int valid_bytes = 0;
    double scores[3];
    CLD2::ExtDetectLanguageSummaryCheckUTF8(
        sample.data(), static_cast<int>(sample.size()), is_plain_text, &no_hints, 0, languages,
        percentages, scores, nullptr, &text_bytes, &is_reliable, &valid_bytes);
    if (!is_reliable || languages[0] == CLD2::UNKNOWN_LANGUAGE) return std::nullopt;
    return language_code(CLD2::LanguageCode(languages[0]));
}

std::string language_name(std::string_view code) {
    if (code.empty()) return {};  // ICU would call it "Unknown language".
    const icu::Locale locale(std::string(code).c_str());
    icu::UnicodeString name;
    locale.getDisplayLanguage(icu::Locale::getEnglish(), name);
    std::string utf8;
    name.toUTF8String(utf8);
    return utf8.empty() ? std::string(code) : utf8;
}

}  // namespace nutgraf::analyzers
