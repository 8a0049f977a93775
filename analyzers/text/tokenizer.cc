#include "analyzers/text/tokenizer.h"

#include "analyzers/text/ascii_letters.h"
#include "analyzers/text/elision.h"
#include "analyzers/text/fold.h"
#include "analyzers/text/word_class.h"
#include "base/utf8.h"

#include <algorithm>
#include <array>

namespace nutgraf::analyzers {

namespace {

constexpr std::size_t max_ascii_word = 64;
constexpr std::size_t max_initials = 16;  // Bounded, so that hostile text stays linear.

constexpr std::u32string_view vowels = U"aeiouyhàâäéèêëîïôöùûüœæAEIOUYHÀÂÄÉÈÊËÎÏÔÖÙÛÜŒÆ";

/// With a capital only where no surname begins so: "L'Oréal", but not "D'Angelo".
bool may_be_elided(std::string_view word) {
    constexpr std::size_t longest = 6;  // "jusqu", "lorsqu"
    if (word.size() > longest) return false;
    const bool begins_surname = word == "D" || word == "M" || word == "T";
    const bool is_capitalised = word.front() >= 'A' && word.front() <= 'Z';
    if (!is_capitalised || begins_surname) return is_elidible(word);
    std::string small(word);
    small.front() = static_cast<char>(small.front() + ('a' - 'A'));
    return is_elidible(small);
}

/// What an ASCII character does where nothing but ASCII stands around it.
struct AsciiRow {
    WordClass word_class = WordClass::none;
    char lower = 0;
    bool is_alphanumeric = false;
    bool parts = false;  // Ends a word whatever stands beside it.
};

using AsciiTable = std::array<AsciiRow, 0x80>;

AsciiTable made_ascii_table() {
    AsciiTable table{};
    for (std::size_t c = 0; c < table.size(); ++c) {
        AsciiRow& row = table.at(c);
        row.word_class = word_class(static_cast<char32_t>(c));
        const bool is_capital = c >= 'A' && c <= 'Z';
        row.lower = static_cast<char>(is_capital ? c + ('a' - 'A') : c);
        row.is_alphanumeric = is_alphanumeric(row.word_class);
        row.parts = row.word_class == WordClass::none || row.word_class == WordClass::hyphen ||
                    row.word_class == WordClass::quote;
    }
    return table;
}

const AsciiTable& ascii_table() {
    static const AsciiTable table = made_ascii_table();
    return table;
}

/// Walks a text once and collects its words.
class Scanner {
public:
    explicit Scanner(std::string_view text) : text_(text) { tokens_.reserve(text.size()); }

    Tokens words() && {
        while (at_ < text_.size()) {
            if (take_plain()) continue;
            const Step here = step(at_);
            if (is_alphanumeric(here.word_class)) {
                add_word();
                skip_possessive();
            } else if (here.word_class == WordClass::single) {
                const std::size_t begin = at_;
                at_ = skip_extends(at_ + here.size);
                add(begin);
            } else {
                at_ += here.size;
            }
        }
        return std::move(tokens_);
    }

private:
    /// Takes what stands here when it needs no look around: an ASCII character that is part of no
    /// word, or a word of ASCII letters and digits behind which one stands that parts words. False
    /// when it is neither.
    bool take_plain() {
        const std::size_t size = read_plain();
        if (size == 0) {
            if (static_cast<unsigned char>(text_[at_]) >= ascii_.size()) return false;
            ++at_;
            return true;
        }
        const std::size_t begin = at_;
        const std::size_t end = begin + size;
        if (!parts_plainly(end, size)) return false;
        at_ = end;
        tokens_.add_plain({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end),
                           is_glued(begin), false},
                          lower_.data(), size);
        if (at_ < text_.size() && text_[at_] == ' ') ++at_;
        return true;
    }

    /// Puts the ASCII letters and digits that begin here, at most `max_ascii_word` of them, into
    /// `lower_`; returns their number.
    std::size_t read_plain() {
        std::size_t size = 0;
        while (size < max_ascii_word && at_ + size + AsciiLetters::width <= text_.size()) {
            const AsciiLetters letters(text_.data() + at_ + size);
            letters.write_lower(lower_.data() + size);
            size += letters.count();
            if (letters.count() < AsciiLetters::width) return size;
        }
        for (; size < max_ascii_word && at_ + size < text_.size(); ++size) {
            const auto byte = static_cast<unsigned char>(text_[at_ + size]);
            if (byte >= 0x80 || !ascii_[byte].is_alphanumeric) break;
            lower_[size] = ascii_[byte].lower;
        }
        return size;
    }

    /// Whether a word of so many letters and digits ends at an offset, whatever stands further on.
    bool parts_plainly(std::size_t offset, std::size_t size) const {
        if (offset == text_.size()) return true;
        const auto byte = static_cast<unsigned char>(text_[offset]);
        if (byte >= 0x80) return false;
        if (ascii_[byte].parts) return true;
        // The comma or full stop at the end of a clause: with a space behind it, but not "J.
        // Smith".
        if (size < 2 || (byte != ',' && byte != '.')) return false;
        return offset + 1 == text_.size() || text_[offset + 1] == ' ' || text_[offset + 1] == '\n';
    }

    struct Step {
        WordClass word_class = WordClass::none;
        std::size_t size = 0;
    };

    /// The class and width of the character at an offset; `none` of width 0 at the end.
    Step step(std::size_t offset) const {
        if (offset >= text_.size()) return {};
        const auto byte = static_cast<unsigned char>(text_[offset]);
        if (byte < 0x80) return {ascii_[byte].word_class, 1};
        const CodePoint c = code_point_at(text_, offset);
        return {c.size == 1 ? WordClass::none : word_class(c.value), c.size};
    }

    std::size_t skip_extends(std::size_t offset) const {
        Step here = step(offset);
        while (here.word_class == WordClass::extend) {
            offset += here.size;
            here = step(offset);
        }
        return offset;
    }

    void add_word() {
        const std::size_t begin = begin_ = at_;
        if (const std::size_t end = end_of_initials(begin); end != begin) {
            at_ = end;
            add_initials(begin);
            return;
        }
        while (at_ < text_.size() && take_one()) {
        }
        add(begin);
    }

    /// Moves past the next character, and a joiner before it, when they belong to the word.
    bool take_one() {
        const Step here = step(at_);
        if (is_alphanumeric(here.word_class) || here.word_class == WordClass::extend) {
            if (here.word_class != WordClass::extend) previous_ = here.word_class;
            at_ += here.size;
            return true;
        }
        const std::size_t after = skip_extends(at_ + here.size);
        const Step next = step(after);
        if (!is_alphanumeric(next.word_class)) return false;
        if (!joins(here.word_class, next, after)) return false;
        at_ = after;
        return true;
    }

    bool joins(WordClass joiner, const Step& next, std::size_t next_at) const {
        const bool letters = is_letter(previous_) && is_letter(next.word_class);
        const bool digits = previous_ == WordClass::digit && next.word_class == WordClass::digit;
        switch (joiner) {
            case WordClass::apostrophe:
                return digits || (letters && !is_last_s(next_at) && !is_elided());
            case WordClass::full_stop:
                return digits || (letters && next.word_class != WordClass::upper);
            case WordClass::mid_letter:
                return letters;
            case WordClass::mid_number:
                return digits;
            case WordClass::mid_either:
                return letters || digits;
            case WordClass::quote:
                return previous_ == WordClass::hebrew && next.word_class == WordClass::hebrew;
            case WordClass::underscore:
                return true;
            case WordClass::ampersand:
                return previous_ == WordClass::upper && next.word_class == WordClass::upper;
            default:
                return false;
        }
    }

    /// Whether the word so far is an article or the like that lost its vowel to the word behind it.
    bool is_elided() const {
        const Step here = step(at_);
        if (here.word_class != WordClass::apostrophe) return false;
        const std::string_view word = text_.substr(begin_, at_ - begin_);
        const std::size_t next = at_ + here.size;
        return next < text_.size() && may_be_elided(word) &&
               vowels.find(code_point_at(text_, next).value) != std::u32string_view::npos;
    }

    /// Whether the letter at an offset is an s that ends its word, as in a possessive.
    bool is_last_s(std::size_t offset) const {
        if (text_[offset] != 's' && text_[offset] != 'S') return false;
        const WordClass next = step(offset + 1).word_class;
        return !is_alphanumeric(next) && next != WordClass::extend;
    }

    /// Where initials that begin here end: "U.S.", "U.S", "J."; where they begin if there are none.
    std::size_t end_of_initials(std::size_t begin) const {
        std::size_t end = begin;
        std::size_t letters = 0;
        const Step first = step(begin);
        for (std::size_t offset = begin;
             letters < max_initials && is_letter(step(offset).word_class);) {
            const std::size_t stop = offset + step(offset).size;
            const bool dotted = step(stop).word_class == WordClass::full_stop;
            if (!dotted) {
                // "U.S" counts, "U.Senate" and "e.g" followed by more letters do not.
                const bool ends = !is_alphanumeric(step(stop).word_class) &&
                                  step(stop).word_class != WordClass::extend;
                if (letters > 0 && ends) return stop;
                break;
            }
            end = offset = stop + 1;
            ++letters;
        }
        if (is_alphanumeric(step(end).word_class)) return begin;
        if (letters >= 2) return end;
        return letters == 1 && first.word_class == WordClass::upper ? end : begin;
    }

    void add_initials(std::size_t begin) {
        std::string letters(text_.substr(begin, at_ - begin));
        std::erase(letters, '.');
        add_forms(begin, fold(letters));
    }

    void add(std::size_t begin) {
        const std::string_view word = text_.substr(begin, at_ - begin);
        if (word.size() > max_ascii_word || !add_ascii(begin, word)) add_forms(begin, fold(word));
        previous_ = WordClass::none;
    }

    /// Adds a word of ASCII characters, without an allocation; false when it is not one.
    bool add_ascii(std::size_t begin, std::string_view word) {
        for (std::size_t i = 0; i < word.size(); ++i) {
            const auto byte = static_cast<unsigned char>(word[i]);
            if (byte >= 0x80) return false;
            lower_[i] = ascii_[byte].lower;
        }
        const std::string_view lower(lower_.data(), word.size());
        tokens_.add(token_from(begin), lower, lower);
        return true;
    }

    void add_forms(std::size_t begin, const FoldedWord& forms) {
        if (forms.folded.empty() || forms.caseless.empty()) return;
        tokens_.add(token_from(begin), forms.folded, forms.caseless);
    }

    Token token_from(std::size_t begin) const {
        return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_), is_glued(begin),
                is_possessive(), is_elided()};
    }

    /// Whether only a hyphen stands between the last token and the one that begins here.
    bool is_glued(std::size_t begin) const {
        if (tokens_.empty()) return false;
        const std::size_t end = tokens_[tokens_.size() - 1].end;
        if (text_[end] == ' ') return false;
        const Step between = step(end);
        return between.word_class == WordClass::hyphen && end + between.size == begin;
    }

    bool is_possessive() const {
        if (size_of_possessive() > 0) return true;
        const Step here = step(at_);
        const bool follows_s = text_[at_ - 1] == 's' || text_[at_ - 1] == 'S';
        return follows_s && here.word_class == WordClass::apostrophe &&
               !is_alphanumeric(step(at_ + here.size).word_class);
    }

    /// The bytes of the 's that stands here; 0 when there is none.
    std::size_t size_of_possessive() const {
        const Step here = step(at_);
        const std::size_t s = at_ + here.size;
        const bool is_there =
            here.word_class == WordClass::apostrophe && s < text_.size() && is_last_s(s);
        return is_there ? here.size + 1 : 0;
    }

    void skip_possessive() { at_ += size_of_possessive(); }

    const AsciiTable& ascii_ = ascii_table();
    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t begin_ = 0;                 // Of the word that is being read.
    WordClass previous_ = WordClass::none;  // Of the last letter or digit of the word.
    Tokens tokens_;
    std::array<char, max_ascii_word + Tokens::copy_step> lower_{};
};

}  // namespace

Tokens tokenise(std::string_view text) {
    return Scanner(text).words();
}

}  // namespace nutgraf::analyzers
