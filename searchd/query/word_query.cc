#include "searchd/query/word_query.h"

#include "analyzers/text/normalise.h"
#include "analyzers/text/tokenizer.h"

#include <optional>
#include <utility>

namespace nutgraf::query {

using analyzers::Compound;
using analyzers::Tokens;

namespace {

/// Whether the caseless form is read as the same word again: "at&t" is two words, "½" becomes 1⁄2.
bool is_read_again(const WordForms& forms) {
    const Tokens tokens = analyzers::tokenise(forms.caseless);
    return tokens.size() == 1 && tokens[0].begin == 0 && tokens[0].end == forms.caseless.size() &&
           tokens.folded(0) == forms.folded && tokens.caseless(0) == forms.caseless;
}

/// A hyphenated word as one; empty where that is no word a text could hold.
std::optional<WordForms> joined_forms(const Compound& compound) {
    WordForms forms{compound.folded, compound.caseless, {}};
    return is_read_again(forms) ? std::optional(std::move(forms)) : std::nullopt;
}

}  // namespace

WordForms forms_of(const Tokens& tokens, std::size_t index, std::string_view text) {
    WordForms forms{std::string(tokens.folded(index)), std::string(tokens.caseless(index)), {}};
    const std::size_t begin = tokens[index].begin;
    if (!is_read_again(forms)) forms.spelling = text.substr(begin, tokens[index].end - begin);
    return forms;
}

PhraseWord exact_word(const Tokens& tokens, std::size_t index, std::string_view text) {
    const std::size_t begin = tokens[index].begin;
    const std::string_view written = text.substr(begin, tokens[index].end - begin);
    // The archive's texts are in this form too.
    return {{std::string(tokens.folded(index)), std::string(tokens.caseless(index)),
             analyzers::normalised_text(written).text},
            false,
            std::nullopt,
            true};
}

std::vector<PhraseWord> phrase_words(const Tokens& tokens, std::string_view text) {
    std::vector<PhraseWord> words;
    for (std::size_t i = 0; i < tokens.size(); ++i)
        words.push_back({forms_of(tokens, i, text), false});
    return words;
}

std::string_view without_elisions(std::string_view word) {
    const Tokens tokens = analyzers::tokenise(word);
    std::size_t first = 0;
    while (first + 1 < tokens.size() && tokens[first].is_elided) ++first;
    return first == 0 ? word : word.substr(tokens[first].begin);
}

Query query_of_words(const Tokens& tokens, std::string_view text, const Scope& scope) {
    // A single word in a field of names is looked for as it stands.
    if (tokens.size() == 1 && !is_of_names(scope)) return {Word{scope, forms_of(tokens, 0, text)}};
    Query phrase{Phrase{scope, phrase_words(tokens, text)}};
    const auto compounds = analyzers::compounds(tokens);
    const bool is_one_compound =
        compounds.size() == 1 && compounds[0].first == 0 && compounds[0].last + 1 == tokens.size();
    if (!is_one_compound || is_of_names(scope)) return phrase;
    auto forms = joined_forms(compounds[0]);
    if (!forms) return phrase;
    return {Or{{std::move(phrase), Query{Word{scope, std::move(*forms)}}}}};
}

std::vector<PhraseWord> joined_words(const Tokens& tokens, const std::vector<PhraseWord>& words) {
    std::vector<PhraseWord> joined;
    std::size_t next = 0;
    const auto take_until = [&](std::size_t end) {
        while (next < end) joined.push_back(words[next++]);
    };
    for (const Compound& compound : analyzers::compounds(tokens)) {
        auto forms = joined_forms(compound);
        if (!forms || words[compound.first].is_exact) continue;
        take_until(compound.first);
        joined.push_back({std::move(*forms), words[compound.last].is_prefix});
        next = compound.last + 1;
    }
    take_until(words.size());
    return joined;
}

}  // namespace nutgraf::query
