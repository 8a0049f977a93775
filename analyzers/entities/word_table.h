#pragma once

#include "analyzers/entities/gazetteer.h"
#include "analyzers/entities/grammar.h"
#include "analyzers/entities/hints.h"
#include "analyzers/entities/shape.h"
#include "analyzers/text/token.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace nutgraf::entities {

/// What can be said of a word without its neighbours. Small: half the time of reading a text is
/// spent waiting for these.
struct KnownWord {
    /// Set in the keys of words that are not in the gazetteer's vocabulary.
    static constexpr std::uint32_t unknown = 0x80000000;

    std::uint32_t key = 0;  ///< Equal for equal folded words.
    WordBits bits;
    Hints hints;
    Grammar grammar = Grammar::content;
    Shape shape = Shape::lower;
    std::uint8_t letters = 0;  ///< At most 255, as capitals.
    std::uint8_t capitals = 0;
    bool is_content = false;  ///< Has letters and a meaning of its own.

    /// Of the gazetteer's vocabulary; 0 when it is not there.
    std::uint32_t number() const { return (key & unknown) != 0 ? 0 : key; }
};

/// Remembers what the gazetteer and the grammar say of the words that were asked for last: nearly
/// every word of a text stands in the texts before it. Borrows the gazetteer. Not thread-safe: one
/// per thread.
class WordTable {
public:
    explicit WordTable(const Gazetteer& gazetteer) : gazetteer_(gazetteer), pairs_(pair_count) {}

    /// What is known of a word of a text; valid until the next question.
    const KnownWord& of(std::string_view text, const analyzers::Tokens& tokens, std::size_t index) {
        const analyzers::Token& token = tokens[index];
        // Words that are written alike are folded alike.
        const std::size_t size = token.end - token.begin;
        if (size <= longest) {
            const Letters letters = letters_of(text, token.begin, size);
            const Pair& pair = pairs_[place_of(letters)];
            if (pair.last.letters == letters) return pair.last.word;
            if (pair.earlier.letters == letters) return pair.earlier.word;
        }
        return learnt(text, tokens, index);
    }

private:
    static constexpr std::size_t pair_count = 16384;  // A power of two.

    /// The bytes of a short word, and zeros behind them, which no word has: they tell it from all
    /// others.
    struct Letters {
        std::uint64_t first = 0;
        std::uint64_t second = 0;
        bool operator==(const Letters& other) const {
            return ((first ^ other.first) | (second ^ other.second)) == 0;
        }
    };
    static constexpr std::size_t longest = sizeof(Letters);
    struct Slot {
        Letters letters;  // Zeros: nothing is remembered here.
        KnownWord word;
    };
    static constexpr std::size_t cache_line = 64;
    /// The two words remembered in one place.
    struct alignas(cache_line) Pair {
        Slot last;
        Slot earlier;
    };
    static_assert(sizeof(Pair) == cache_line);

    /// The first bytes of a number, so many, as they lie in memory.
    static constexpr auto first_bytes = [] {
        std::array<std::uint64_t, sizeof(std::uint64_t) + 1> masks{};
        for (std::size_t bytes = 0; bytes < masks.size(); ++bytes)
            masks.at(bytes) = bytes == 8 ? ~std::uint64_t{0} : (std::uint64_t{1} << 8 * bytes) - 1;
        return masks;
    }();

    /// Without a branch for the length, which is hard to foresee, but at the end of a text.
    static Letters letters_of(std::string_view text, std::size_t begin, std::size_t size) {
        Letters letters;
        if (begin + longest > text.size()) {
            std::memcpy(&letters, text.data() + begin, size);
            return letters;
        }
        std::memcpy(&letters, text.data() + begin, longest);
        letters.first &= first_bytes[std::min<std::size_t>(size, 8)];
        letters.second &= first_bytes[std::max<std::size_t>(size, 8) - 8];
        return letters;
    }

    static std::size_t place_of(const Letters& letters) {
        constexpr std::uint64_t golden = 0x9e3779b97f4a7c15U;  // Spreads what is nearly alike.
        return (letters.first ^ letters.second * golden) * golden >> 40U & (pair_count - 1);
    }

    const KnownWord& learnt(std::string_view text, const analyzers::Tokens& tokens,
                            std::size_t index);
    KnownWord looked_up(std::string_view written, std::string_view folded) const;

    const Gazetteer& gazetteer_;
    std::vector<Pair> pairs_;
    KnownWord long_word_;
};

}  // namespace nutgraf::entities
