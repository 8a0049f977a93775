#pragma once

#include "analyzers/entities/gazetteer.h"
#include "analyzers/entities/grammar.h"
#include "analyzers/entities/shape.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace nutgraf::entities {

/// What can be said of a word by its folded form alone.
struct KnownWord {
    std::uint32_t key = 0;     ///< Equal for equal folded words.
    std::uint32_t number = 0;  ///< Of the gazetteer's vocabulary; 0 when it is not there.
    WordBits bits;
    Grammar grammar = Grammar::content;
    Shape shape = Shape::lower;  ///< Of the folded form.
    std::uint8_t letters = 0;    ///< Of the folded form.
    bool begins_name = false;    ///< A name of the gazetteer, or several, begin with it.
    bool may_report = false;     ///< May be the first of words that report speech.
    bool may_lead = false;       ///< May be the first of words that stand before a role.
};

/// Remembers what the gazetteer and the grammar say of the words that were asked for last: nearly
/// every word of a text stands in the texts before it. Borrows the gazetteer. Not thread-safe: one
/// per thread.
class WordTable {
public:
    explicit WordTable(const Gazetteer& gazetteer) : gazetteer_(gazetteer), slots_(slot_count) {}

    /// What is known of a word; valid until the next question.
    const KnownWord& of(std::string_view folded);

private:
    static constexpr std::size_t slot_count = 32768;  // A power of two.

    /// The letters of a word of up to 16 bytes, which tell it from all others of its length.
    struct Letters {
        std::uint64_t first = 0;
        std::uint64_t last = 0;
        bool operator==(const Letters&) const = default;
    };
    struct Slot {
        Letters letters;
        KnownWord word;
        std::uint8_t size = 0;  // 0: nothing is remembered here.
    };

    static Letters letters_of(std::string_view folded);
    KnownWord looked_up(std::string_view folded) const;

    const Gazetteer& gazetteer_;
    std::vector<Slot> slots_;
    KnownWord long_word_;
};

}  // namespace nutgraf::entities
