#include "analyzers/text/stem.h"

#include "analyzers/text/elision.h"
#include "analyzers/text/fold.h"
#include "analyzers/text/stem_exceptions.h"
#include "base/error.h"

#include <libstemmer.h>

#include <algorithm>
#include <array>
#include <utility>

namespace nutgraf::analyzers {

namespace {

// About 10 MB of words; a news archive's frequent words fit many times over.
constexpr std::size_t max_cached_words = 100'000;

/// "après" for "d'après", where the tokenizer left it in one word.
std::string_view without_elision(std::string_view word) {
    const auto apostrophe = word.find('\'');
    if (apostrophe == std::string_view::npos || apostrophe + 1 == word.size()) return word;
    return is_elidible(word.substr(0, apostrophe)) ? word.substr(apostrophe + 1) : word;
}

/// Snowball has one stemmer for both ways to write Norwegian.
const char* snowball_code(const std::string& language) {
    return language == "nb" || language == "nn" ? "no" : language.c_str();
}

/// Whether a language's stemmer takes off endings alone: those of Arabic, Irish, Indonesian, Tamil
/// and Yiddish take off beginnings too, that of Serbian writes Cyrillic in Latin letters, and of
/// the rest nothing is promised.
bool keeps_first_letters(std::string_view language) {
    static constexpr std::array<std::string_view, 15> languages = {
        "da", "de", "en", "es", "fi", "fr", "hu", "it", "nb", "nl", "nn", "no", "pt", "ru", "sv"};
    return std::ranges::find(languages, language) != languages.end();
}

}  // namespace

std::span<const std::string_view> stemmed_languages() {
    static constexpr std::array<std::string_view, 30> languages = {
        "ar", "ca", "da", "de", "el", "en", "es", "eu", "fi", "fr", "ga", "hi", "hu", "hy", "id",
        "it", "lt", "nb", "ne", "nl", "nn", "no", "pt", "ro", "ru", "sr", "sv", "ta", "tr", "yi"};
    return languages;
}

bool is_stemmed(std::string_view language) {
    return std::ranges::find(stemmed_languages(), language) != stemmed_languages().end();
}

Stemmer::Stemmer(std::string_view language)
    : language_(language), keeps_first_letter_(keeps_first_letters(language)) {
    if (is_stemmed(language)) snowball_ = sb_stemmer_new(snowball_code(language_), "UTF_8");
    if (snowball_ == nullptr) throw Error("There is no stemmer for \"" + language_ + "\".");
}

Stemmer::~Stemmer() {
    if (snowball_ != nullptr) sb_stemmer_delete(snowball_);
}

Stemmer::Stemmer(Stemmer&& other) noexcept
    : language_(std::move(other.language_)),
      keeps_first_letter_(other.keeps_first_letter_),
      snowball_(std::exchange(other.snowball_, nullptr)),
      cache_(std::move(other.cache_)) {}

std::string_view Stemmer::stem(std::string_view caseless) {
    if (const auto known = cache_.find(caseless); known != cache_.end()) return known->second;
    if (cache_.size() >= max_cached_words) cache_.clear();
    return cache_.emplace(caseless, made_stem(caseless)).first->second;
}

std::string Stemmer::made_stem(std::string_view caseless) {
    if (const auto stem = exceptional_stem(language_, caseless)) return std::string(*stem);
    const std::string_view word = language_ == "fr" ? without_elision(caseless) : caseless;
    const auto* letters = reinterpret_cast<const sb_symbol*>(word.data());
    const sb_symbol* stem = sb_stemmer_stem(snowball_, letters, static_cast<int>(word.size()));
    if (stem == nullptr) throw Error("The stemmer ran out of memory.");
    const auto size = static_cast<std::size_t>(sb_stemmer_length(snowball_));
    std::string folded = fold({reinterpret_cast<const char*>(stem), size}).folded;
    return folded.empty() ? fold(word).folded : folded;
}

}  // namespace nutgraf::analyzers
