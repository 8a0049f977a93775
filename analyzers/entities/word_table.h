#pragma once

#include "analyzers/entities/gazetteer.h"
#include "analyzers/entities/grammar.h"
#include "analyzers/entities/hints.h"
#include "analyzers/entities/shape.h"
#include "analyzers/text/token.h"

#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace nutgraf::entities {

/// What can be said of a word without its neighbours.
struct KnownWord {
    std::uint32_t key = 0;     ///< Equal for equal folded words.
    std::uint32_t number = 0;  ///< Of the gazetteer's vocabulary; 0 when it is not there.
    WordBits bits;
    Grammar grammar = Grammar::content;
    Shape shape = Shape::lower;
    Hints hints;
    std::uint16_t letters = 0;  ///< At most as many as there are numbers.
    std::uint16_t capitals = 0;
};

/// Remembers what the gazetteer and the grammar say of the words that were asked for last: nearly
/// every word of a text stands in the texts before it. Borrows the gazetteer. Not thread-safe: one
/// per thread.
class WordTable {
public:
    explicit WordTable(const Gazetteer& gazetteer) : gazetteer_(gazetteer), slots_(slot_count) {}

    /// What is known of a word of a text; valid until the next question.
    const KnownWord& of(std::string_view text, const analyzers::Tokens& tokens, std::size_t index) {
        const analyzers::Token& token = tokens[index];
        const std::string_view written(text.data() + token.begin, token.end - token.begin);
        if (written.empty() || written.size() > longest)
            return long_word_ = looked_up(written, tokens.folded(index));
        // Words that are written alike are folded alike.
        const Letters letters = letters_of(written);
        const auto size = static_cast<std::uint8_t>(written.size());
        Slot* const pair = &slots_[place_of(letters)];
        if (pair[0].is(letters, size)) return pair[0].word;
        if (pair[1].is(letters, size)) return pair[1].word;
        pair[1] = pair[0];
        pair[0] = {letters, looked_up(written, tokens.folded(index)), size};
        return pair[0].word;
    }

private:
    static constexpr std::size_t slot_count = 32768;  // A power of two.

    /// The letters of a short word, which tell it from all others of its length.
    struct Letters {
        std::uint64_t first = 0;
        std::uint64_t last = 0;
        bool operator==(const Letters& other) const {
            return ((first ^ other.first) | (last ^ other.last)) == 0;
        }
    };
    static constexpr std::size_t longest = sizeof(Letters);
    struct Slot {
        Letters letters;
        KnownWord word;
        std::uint8_t size = 0;  // 0: nothing is remembered here.

        bool is(const Letters& others, std::uint8_t other_size) const {
            return letters == others && size == other_size;
        }
    };

    template <class Number>
    static std::uint64_t number_at(const char* bytes) {
        Number number = 0;
        std::memcpy(&number, bytes, sizeof number);
        return number;
    }

    /// In two numbers that overlap where the word is shorter than both: no loop, and no copy of a
    /// length that only the program's run tells.
    static Letters letters_of(std::string_view written) {
        const char* const begin = written.data();
        const char* const end = begin + written.size();
        if (written.size() >= 8)
            return {number_at<std::uint64_t>(begin), number_at<std::uint64_t>(end - 8)};
        if (written.size() >= 4)
            return {number_at<std::uint32_t>(begin), number_at<std::uint32_t>(end - 4)};
        const std::uint64_t middle = number_at<std::uint8_t>(begin + written.size() / 2);
        return {number_at<std::uint8_t>(begin) | middle << 8U, number_at<std::uint8_t>(end - 1)};
    }

    /// The first of the two slots that a word may be remembered in.
    static std::size_t place_of(const Letters& letters) {
        constexpr std::uint64_t golden = 0x9e3779b97f4a7c15U;  // Spreads what is nearly alike.
        return (letters.first ^ letters.last * golden) * golden >> 40U & (slot_count - 2);
    }

    KnownWord looked_up(std::string_view written, std::string_view folded) const;

    const Gazetteer& gazetteer_;
    std::vector<Slot> slots_;
    KnownWord long_word_;
};

}  // namespace nutgraf::entities
