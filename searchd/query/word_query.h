#pragma once

#include "analyzers/text/token.h"
#include "searchd/query/syntax.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace nutgraf::query {

/// The forms of one token of `text`, spelled so that they can be printed and read again.
WordForms forms_of(const analyzers::Tokens& tokens, std::size_t index, std::string_view text);

/// One token of `text` as a word that must be written just so.
PhraseWord exact_word(const analyzers::Tokens& tokens, std::size_t index, std::string_view text);

/// The tokens of `text` as the words of a phrase, none of them a prefix.
std::vector<PhraseWord> phrase_words(const analyzers::Tokens& tokens, std::string_view text);

/// A word without the articles and the like that are elided before it: "assemblée" of
/// "l'assemblée". Only where a word is left.
std::string_view without_elisions(std::string_view word);

/// The query of words that stand together without quotes: a word; for a hyphenated one its parts as
/// a phrase, or the joined word; for anything else a phrase. There must be a token.
Query query_of_words(const analyzers::Tokens& tokens, std::string_view text, const Scope& scope);

/// The words of a phrase with every hyphenated word written as one, "security cooperation", but
/// those that are exact. `words`
/// are those of `tokens`.
std::vector<PhraseWord> joined_words(const analyzers::Tokens& tokens,
                                     const std::vector<PhraseWord>& words);

}  // namespace nutgraf::query
