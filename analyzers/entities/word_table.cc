#include "analyzers/entities/word_table.h"

#include "analyzers/entities/countries.h"
#include "analyzers/entities/cues.h"
#include "analyzers/entities/role_phrases.h"

#include <algorithm>
#include <functional>

namespace nutgraf::entities {

namespace {

/// Words of no vocabulary are told apart by a hash of their form; where two share one, which is
/// rare, a surname may be taken for another.
std::uint32_t key_of(std::string_view folded, std::uint32_t number) {
    if (number != 0) return number;
    const std::uint64_t hash = std::hash<std::string_view>{}(folded);
    return KnownWord::unknown | static_cast<std::uint32_t>(hash ^ hash >> 32U);
}

std::uint8_t clipped(std::uint32_t count) {
    return static_cast<std::uint8_t>(std::min<std::uint32_t>(count, 0xff));
}

}  // namespace

/// Of a word that is not remembered, or too long to be: remembered from now on, if it is not.
const KnownWord& WordTable::learnt(std::string_view text, const analyzers::Tokens& tokens,
                                   std::size_t index) {
    const analyzers::Token& token = tokens[index];
    const std::string_view written = text.substr(token.begin, token.end - token.begin);
    long_word_ = looked_up(written, tokens.folded(index));
    if (written.size() > longest) return long_word_;
    const Letters letters = letters_of(text, token.begin, written.size());
    Pair& pair = pairs_[place_of(letters)];
    pair.earlier = pair.last;
    pair.last = {letters, long_word_};
    return pair.last.word;
}

KnownWord WordTable::looked_up(std::string_view written, std::string_view folded) const {
    KnownWord word;
    const std::uint32_t number = gazetteer_.word(folded);
    word.key = key_of(folded, number);
    word.bits = gazetteer_.bits(number);
    word.grammar = grammar_of(folded);
    const Lettering lettering = entities::lettering(written);
    word.shape = lettering.shape;
    word.letters = clipped(lettering.letters);
    word.capitals = clipped(lettering.capitals);
    word.is_content =
        word.letters > 0 && word.shape != Shape::number && word.grammar == Grammar::content;
    const bool is_capitalised = begins_with_capital(word.shape);
    word.hints.add_if(gazetteer_.is_name(number), Hint::name);
    word.hints.add_if(gazetteer_.begins_name(number), Hint::longer);
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
