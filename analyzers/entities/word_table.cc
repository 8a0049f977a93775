#include "analyzers/entities/word_table.h"

#include "analyzers/entities/cues.h"
#include "analyzers/entities/role_phrases.h"

#include <cstring>
#include <functional>

namespace nutgraf::entities {

namespace {

constexpr std::uint32_t own_key = 0x80000000;  // Set in the keys of words of no vocabulary.

/// Words of no vocabulary are told apart by a hash of their form; where two share one, which is
/// rare, a surname may be taken for another.
std::uint32_t key_of(std::string_view folded, std::uint32_t number) {
    if (number != 0) return number;
    const std::uint64_t hash = std::hash<std::string_view>{}(folded);
    return own_key | static_cast<std::uint32_t>(hash ^ hash >> 32U);
}

template <class Number>
std::uint64_t number_at(std::string_view bytes, std::size_t offset) {
    Number number = 0;
    std::memcpy(&number, bytes.data() + offset, sizeof number);
    return number;
}

}  // namespace

const KnownWord& WordTable::of(std::string_view folded) {
    constexpr std::size_t longest = 2 * sizeof(std::uint64_t);
    if (folded.empty() || folded.size() > longest) return long_word_ = looked_up(folded);
    const Letters letters = letters_of(folded);
    constexpr std::uint64_t golden = 0x9e3779b97f4a7c15U;  // Spreads words that are nearly alike.
    const std::uint64_t hash = (letters.first ^ letters.last * golden) * golden;
    Slot& slot = slots_[hash >> 40U & (slot_count - 1)];
    if (slot.size != folded.size() || slot.letters != letters)
        slot = {letters, looked_up(folded), static_cast<std::uint8_t>(folded.size())};
    return slot.word;
}

/// In two numbers that overlap where the word is shorter than both: no loop, and no copy of a
/// length that only the program's run tells.
WordTable::Letters WordTable::letters_of(std::string_view folded) {
    const std::size_t size = folded.size();
    if (size >= 8)
        return {number_at<std::uint64_t>(folded, 0), number_at<std::uint64_t>(folded, size - 8)};
    if (size >= 4)
        return {number_at<std::uint32_t>(folded, 0), number_at<std::uint32_t>(folded, size - 4)};
    return {number_at<std::uint8_t>(folded, 0) | number_at<std::uint8_t>(folded, size / 2) << 8U,
            number_at<std::uint8_t>(folded, size - 1)};
}

KnownWord WordTable::looked_up(std::string_view folded) const {
    KnownWord word;
    word.number = gazetteer_.word(folded);
    word.key = key_of(folded, word.number);
    word.bits = gazetteer_.bits(word.number);
    word.grammar = grammar_of(folded);
    const Lettering letters = lettering(folded);
    word.shape = letters.shape;
    word.letters = static_cast<std::uint8_t>(letters.letters);  // Of 64 bytes at most.
    word.begins_name = gazetteer_.begins_name(word.number);
    word.may_report = may_report(folded, word.bits);
    word.may_lead = may_lead(word.grammar, word.bits);
    return word;
}

}  // namespace nutgraf::entities
