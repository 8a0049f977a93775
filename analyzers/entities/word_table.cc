#include "analyzers/entities/word_table.h"

#include "analyzers/entities/countries.h"
#include "analyzers/entities/cues.h"
#include "analyzers/entities/role_phrases.h"

#include <algorithm>
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

std::uint16_t clipped(std::uint32_t count) {
    return static_cast<std::uint16_t>(std::min<std::uint32_t>(count, 0xffff));
}

}  // namespace

KnownWord WordTable::looked_up(std::string_view written, std::string_view folded) const {
    KnownWord word;
    word.number = gazetteer_.word(folded);
    word.key = key_of(folded, word.number);
    word.bits = gazetteer_.bits(word.number);
    word.grammar = grammar_of(folded);
    const Lettering lettering = entities::lettering(written);
    word.shape = lettering.shape;
    word.letters = clipped(lettering.letters);
    word.capitals = clipped(lettering.capitals);
    const bool is_capitalised = begins_with_capital(word.shape);
    word.hints.add_if(gazetteer_.is_name(word.number), Hint::name);
    word.hints.add_if(gazetteer_.begins_name(word.number), Hint::longer);
    word.hints.add_if(
        is_capitalised || word.grammar == Grammar::particle || word.bits.has(WordBit::org_suffix),
        Hint::piece);
    word.hints.add_if(may_lead(word.grammar, word.bits), Hint::lead);
    word.hints.add_if(may_report(folded, word.bits), Hint::speech);
    word.hints.add_if(word.bits.has(WordBit::org_head), Hint::head);
    word.hints.add_if(word.shape == Shape::number, Hint::number);
    word.hints.add_if(country_of_spelling(folded) != no_country, Hint::spelling);
    return word;
}

}  // namespace nutgraf::entities
