#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

struct sb_stemmer;

namespace nutgraf::analyzers {

/// The languages whose words are stemmed, as ISO 639-1 codes, in alphabetical order.
std::span<const std::string_view> stemmed_languages();

/// Whether `language` is one of them.
bool is_stemmed(std::string_view language);

/// Snowball's stemmer of one language (https://snowballstem.org/algorithms/), with a cache and the
/// exceptions of `exceptional_stem`: the one place where words are stemmed.
///
/// Not thread-safe: one per thread.
class Stemmer {
public:
    /// Throws Error for a language that is not stemmed.
    explicit Stemmer(std::string_view language);
    ~Stemmer();
    Stemmer(Stemmer&& other) noexcept;
    Stemmer& operator=(Stemmer&&) = delete;
    Stemmer(const Stemmer&) = delete;
    Stemmer& operator=(const Stemmer&) = delete;

    /// The stem of a word in its caseless form, folded; never empty. French elision goes with it:
    /// the stem of "l'état" is that of "état". Valid until the next call.
    std::string_view stem(std::string_view caseless);

    /// Whether stems begin with the first letter of the word, but for elided articles: a word that
    /// begins otherwise cannot have the same one.
    bool keeps_first_letter() const { return keeps_first_letter_; }

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>{}(text);
        }
    };
    std::string made_stem(std::string_view caseless);

    std::string language_;
    bool keeps_first_letter_;
    sb_stemmer* snowball_ = nullptr;
    std::unordered_map<std::string, std::string, Hash, std::equal_to<>> cache_;
};

}  // namespace nutgraf::analyzers
