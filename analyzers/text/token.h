#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::analyzers {

/// One word of a text: where it stands, and how it is joined to what is around it.
struct Token {
    std::uint32_t begin = 0;     ///< First byte of the word in the text.
    std::uint32_t end = 0;       ///< One past its last byte; a possessive 's is not part of it.
    bool is_glued = false;       ///< Only a hyphen stands between the token before and this one.
    bool is_possessive = false;  ///< 's, ’s or s' follows or ends it.
    bool is_elided = false;      ///< The "l" of "l'état": only an apostrophe follows, then a word.
};

/// The words of one text in order, and the forms they are compared by.
///
/// Holds no reference to the text. A token's index, counted from 0, is its
/// position everywhere: in the index, in phrases and in highlights.
class Tokens {
public:
    std::size_t size() const { return tokens_.size(); }
    bool empty() const { return tokens_.empty(); }
    const Token& operator[](std::size_t index) const { return tokens_[index]; }

    /// The form words are found by: width, case and accents folded; 1 to 64 bytes.
    /// Valid until the Tokens are changed.
    std::string_view folded(std::size_t index) const { return view(forms_[index].folded); }

    /// The form stems are made from: like `folded`, but with its accents.
    std::string_view caseless(std::size_t index) const { return view(forms_[index].caseless); }

    /// For the tokenizer: adds a word after the last one.
    void add(const Token& token, std::string_view folded, std::string_view caseless);

    /// For the tokenizer: adds a word that has but one form, which it reads in steps of
    /// `copy_step` bytes, and so past its end.
    void add_plain(const Token& token, const char* form, std::size_t size) {
        char* const to = room(size + copy_step);
        for (std::size_t i = 0; i < size; i += copy_step) std::memcpy(to + i, form + i, copy_step);
        const Range range{static_cast<std::uint32_t>(used_), static_cast<std::uint32_t>(size)};
        used_ += size;
        tokens_.push_back(token);
        forms_.push_back({range, range});
    }
    static constexpr std::size_t copy_step = 8;

    /// For the tokenizer: makes room for the words of a text of so many bytes.
    void reserve(std::size_t text_bytes);

private:
    struct Range {
        std::uint32_t begin = 0;
        std::uint32_t size = 0;
    };
    struct Forms {
        Range folded;
        Range caseless;  // The same range where a word has no accents.
    };
    std::string_view view(Range range) const {
        return {characters_.data() + range.begin, range.size};
    }
    Range store(std::string_view characters);

    /// Where so many characters more may be written.
    char* room(std::size_t bytes) {
        if (characters_.size() - used_ < bytes) grow(bytes);
        return characters_.data() + used_;
    }
    void grow(std::size_t bytes);

    std::vector<Token> tokens_;
    std::vector<Forms> forms_;
    std::vector<char> characters_;  // Those of all forms, and room for more.
    std::size_t used_ = 0;          // Of them.
};

/// A hyphenated word, "co-operation", taken as one word.
struct Compound {
    std::size_t first = 0;  ///< Its first token.
    std::size_t last = 0;   ///< Its last token, at most three further.
    std::string folded;     ///< The parts without their hyphens: "cooperation".
    std::string caseless;   ///< The same with its accents.
};

/// The compounds of a text in order: each run of two to four tokens glued by hyphens, whole.
/// Longer runs ("a-b-c-d-e") are lists rather than words and give none, nor do words of more than
/// 64 bytes.
std::vector<Compound> compounds(const Tokens& tokens);

}  // namespace nutgraf::analyzers
