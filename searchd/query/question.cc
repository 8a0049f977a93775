#include "searchd/query/question.h"

#include "searchd/query/size.h"
#include "searchd/query/stop_words.h"

#include <algorithm>
#include <utility>

namespace nutgraf::query {

namespace {

/// The word that is left out of a question; null for any other part.
const Word* stop_word(const Query& part) {
    const auto* word = std::get_if<Word>(&part.node);
    return word != nullptr && !word->scope && is_stop_word(word->forms.caseless) ? word : nullptr;
}

/// The phrase of a hyphened word, which may be written as one word too; null for any other part.
const Phrase* hyphened(const Query& part) {
    const auto* forms = std::get_if<Or>(&part.node);
    if (forms == nullptr || forms->parts.size() != 2) return nullptr;
    const auto* phrase = std::get_if<Phrase>(&forms->parts.front().node);
    const auto* joined = std::get_if<Word>(&forms->parts.back().node);
    if (phrase == nullptr || joined == nullptr || phrase->scope) return nullptr;
    std::string letters;
    for (const PhraseWord& word : phrase->words) letters += word.forms.folded;
    return letters == joined->forms.folded ? phrase : nullptr;
}

std::size_t leaves_of(const std::vector<Query>& parts) {
    std::size_t leaves = 0;
    for (const Query& part : parts) leaves += size_of(part).leaves;
    return leaves;
}

/// Puts the words of hyphened parts before them.
std::vector<Query> with_words_of_hyphened(std::vector<Query> parts) {
    std::size_t leaves = leaves_of(parts);
    std::vector<Query> all;
    for (Query& part : parts) {
        const Phrase* const phrase = hyphened(part);
        if (phrase != nullptr && leaves + phrase->words.size() <= max_leaves) {
            leaves += phrase->words.size();
            for (const PhraseWord& word : phrase->words)
                if (!is_stop_word(word.forms.caseless)) all.push_back({Word{{}, word.forms}});
        }
        all.push_back(std::move(part));
    }
    return all;
}

}  // namespace

Question question_of(std::vector<Query> parts) {
    if (parts.size() < min_question_parts) return {std::move(parts), {}};
    Question question;
    for (const Query& part : parts) {
        const Word* const word = stop_word(part);
        if (word == nullptr) {
            question.parts.push_back(part);
        } else if (std::ranges::find(question.left_out, word->forms.caseless) ==
                   question.left_out.end()) {
            question.left_out.push_back(word->forms.caseless);
        }
    }
    if (question.parts.empty()) return {std::move(parts), {}};
    question.parts = with_words_of_hyphened(std::move(question.parts));
    return question;
}

}  // namespace nutgraf::query
