#include "analyzers/entities/reading.h"

#include "analyzers/entities/regimes.h"

#include <functional>

namespace nutgraf::entities {

namespace {

constexpr std::uint32_t own_key = 0x80000000;  // Set in the keys of words of no vocabulary.

/// Gives the words of a line, which end before `end`, their regime.
void close_line(std::vector<Word>& words, std::size_t begin, Regime regime) {
    if (regime == Regime::sentence) return;
    for (std::size_t i = begin; i < words.size(); ++i) words[i].regime = regime;
}

}  // namespace

void Reading::read(const AnalysisText& text) {
    text_ = &text;
    words_.clear();
    numbers_.clear();
    lower_.clear();
    steps_ = 0;
    is_hard_wrapped_ = is_hard_wrapped(text.text);
    LineCounter line;
    std::size_t line_begin = 0;
    for (std::size_t i = 0; i < text.tokens.size(); ++i) {
        Word word = word_at(i);
        const bool is_title_end =
            i > 0 && token(i).begin >= text.title_bytes && token(i - 1).begin < text.title_bytes;
        if (word.before.has(Mark::line_end) || is_title_end) {
            close_line(words_, line_begin, line.regime(word.before.has(Mark::stop)));
            line = {};
            line_begin = i;
            if (is_title_end) word.before.add(Mark::paragraph_end);
        }
        const Lettering letters = lettering(written(i));
        word.shape = letters.shape;
        line.add(word, letters);
        words_.push_back(word);
        numbers_.push_back(word.number);
    }
    const bool ends_in_stop =
        !text.text.empty() && text.text.find_last_of(".!?") + 3 > text.text.size();
    close_line(words_, line_begin, line.regime(ends_in_stop));
    mark_sentences();
}

Word Reading::word_at(std::size_t index) {
    const analyzers::Token& token = text_->tokens[index];
    Word word;
    word.number = gazetteer_.word(folded(index));
    word.bits = gazetteer_.bits(word.number);
    word.key = key_of(index, word.number);
    word.grammar = grammar_of(folded(index));
    word.is_glued = token.is_glued;
    word.is_possessive = token.is_possessive;
    word.before = index == 0 ? marks_before(text_->text, token.begin)
                  : token.is_glued
                      ? Marks()
                      : marks_between(text_->text, text_->tokens[index - 1], token.begin);
    return word;
}

/// Words of no vocabulary are told apart by a hash of their form; where two share one, which is
/// rare, a surname may be taken for another.
std::uint32_t Reading::key_of(std::size_t index, std::uint32_t number) {
    if (number != 0) return number;
    const std::uint64_t hash = std::hash<std::string_view>{}(folded(index));
    return own_key | static_cast<std::uint32_t>(hash ^ hash >> 32U);
}

std::string_view Reading::written(std::size_t first, std::size_t last) const {
    return text_->text.substr(token(first).begin, token(last).end - token(first).begin);
}

bool Reading::is_joined(std::size_t index) const {
    const Word& word = (*this)[index];
    return word.before.has_only(Marks(Mark::space)) && !word.is_initial;
}

bool Reading::begins_paragraph(std::size_t index) const {
    const Marks before = (*this)[index].before;
    return index == 0 || before.has(Mark::paragraph_end) ||
           (before.has(Mark::line_end) && !is_hard_wrapped_);
}

bool Reading::ends_sentence_before(std::size_t index) const {
    const Word& word = words_[index];
    const Word& last = words_[index - 1];
    if (word.before.has(Mark::paragraph_end)) return true;
    if (word.before.has(Mark::line_end) && !is_hard_wrapped_) return true;
    const bool may_begin =
        word.is_capitalised() || word.shape == Shape::number || word.before.has(Mark::quote);
    if (!may_begin) return false;
    const bool is_starter = word.has(WordBit::starter) || word.grammar == Grammar::definite ||
                            word.grammar == Grammar::pronoun;
    if (!word.before.has(Mark::stop)) {
        // The stop of "U.S." may end its sentence.
        return is_starter && written(index - 1).ends_with('.');
    }
    if (last.has(WordBit::honorific) || last.grammar == Grammar::abbreviation) return false;
    const bool is_short = written(index - 1).size() <= 5;
    const bool abbreviates = last.has(WordBit::org_suffix) || last.has(WordBit::role) ||
                             last.has(WordBit::role_plural) || last.has(WordBit::month);
    const bool is_one_stop = word.before.has_only(Marks(Mark::stop, Mark::space));
    return !(abbreviates && is_short && is_one_stop && last.is_capitalised()) || is_starter;
}

void Reading::mark_sentences() {
    const Marks lead_in(Mark::colon, Mark::comma, Mark::dash);
    std::uint32_t sentence = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) {
        Word& word = words_[i];
        const bool begins = i == 0 || ends_sentence_before(i);
        if (begins && i > 0) ++sentence;
        word.sentence = sentence;
        word.is_initial = begins || word.before.has(Mark::other) ||
                          (word.before.has(Mark::quote) && word.before.has_any(lead_in)) ||
                          word.before.has(Mark::colon);
        if (word.shape == Shape::lower) lower_.set(word.key, 1);
        // "US" is no "us", "WHO" no "who".
        if (word.shape == Shape::capitals && word.regime == Regime::sentence)
            word.grammar = Grammar::content;
        // Nor is the "A." of "Joseph A. Day" an article.
        if (word.shape == Shape::initial && written(i).ends_with('.'))
            word.grammar = Grammar::content;
    }
}

}  // namespace nutgraf::entities
