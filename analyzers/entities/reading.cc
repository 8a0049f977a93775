#include "analyzers/entities/reading.h"

#include "analyzers/entities/regimes.h"

namespace nutgraf::entities {

namespace {

/// Whether a word is of Han or Kana, where sentences begin with any.
bool has_no_capitals(std::string_view word) {
    constexpr unsigned char first_byte = 0xE3;
    constexpr unsigned char last_byte = 0xE9;
    const auto byte = static_cast<unsigned char>(word.empty() ? 0 : word.front());
    return byte >= first_byte && byte <= last_byte;
}

}  // namespace

void Reading::read(const AnalysisText& text) {
    text_ = &text;
    size_ = static_cast<std::uint32_t>(text.tokens.size());
    if (words_.size() < size_) words_.resize(size_);
    if (numbers_.size() < size_) numbers_.resize(size_);
    hints_.resize(size_);
    lower_.clear();
    steps_ = 0;
    is_hard_wrapped_ = is_hard_wrapped(text.text);
    read_words(text.title_bytes);
    mark_sentences();
}

void Reading::read_words(std::size_t title_bytes) {
    if (size_ == 0) return;
    const std::span<const analyzers::Token> tokens(&token(0), size_);
    LineCounter line;
    std::size_t line_begin = 0;
    std::size_t title_end = 0;
    while (title_end < size_ && tokens[title_end].begin < title_bytes) ++title_end;
    if (title_end == 0) title_end = size_;
    for (std::size_t i = 0; i < size_; ++i) {
        Word& word = words_[i];
        read_word(i, tokens[i], word);
        word.before = i == 0 ? marks_before_first() : marks_between(i, tokens[i - 1], tokens[i]);
        if (word.before.has(Mark::line_end) || i == title_end) {
            close_line(line_begin, i, line.regime(word.before.has(Mark::stop)));
            line = {};
            line_begin = i;
            hints_.add(i, Hint::line);
            if (i == title_end) word.before.add(Mark::paragraph_end);
        }
        line.add(word);
    }
    const std::string_view text = text_->text;
    const bool ends_in_stop = !text.empty() && text.find_last_of(".!?") + 3 > text.size();
    close_line(line_begin, size_, line.regime(ends_in_stop));
}

/// Gives the words of a line their regime.
void Reading::close_line(std::size_t begin, std::size_t end, Regime regime) {
    if (regime == Regime::sentence) return;
    for (std::size_t i = begin; i < end; ++i) {
        words_[i].regime = regime;
        hints_.add(i, Hint::weak);
    }
}

/// Says of a word what can be said before what is around it is known.
inline void Reading::read_word(std::size_t index, const analyzers::Token& token, Word& word) {
    const KnownWord& known = known_.of(text_->text, text_->tokens, index);
    hints_.set(index, known.hints);
    numbers_[index] = known.number();
    word = Word{known};
    word.is_glued = token.is_glued;
    word.is_possessive = token.is_possessive;
}

Marks Reading::marks_before_first() {
    hints_.add(0, Hint::quote);
    return marks_before(text_->text, token(0).begin);
}

inline Marks Reading::marks_between(std::size_t index, const analyzers::Token& last,
                                    const analyzers::Token& token) {
    // Most words stand one space apart.
    if (token.begin == last.end + 1 && text_->text[last.end] == ' ') return Marks(Mark::space);
    if (token.is_glued) return {};
    const Marks marks = entities::marks_between(text_->text, last, token.begin);
    // Neither knows every mark, nor the apostrophe of a possessive.
    const bool may_have_quote =
        marks.has_any(Marks(Mark::quote, Mark::other)) || last.is_possessive;
    hints_.add_if(index, may_have_quote, Hint::quote);
    return marks;
}

bool Reading::ends_sentence_before(std::size_t index) const {
    const Word& word = words_[index];
    const Word& last = words_[index - 1];
    if (word.before.has(Mark::paragraph_end)) return true;
    if (word.before.has(Mark::line_end) && !is_hard_wrapped_) return true;
    const bool may_begin = word.is_capitalised() || word.shape == Shape::number ||
                           word.before.has(Mark::quote) ||
                           (word.before.has(Mark::stop) && has_no_capitals(written(index)));
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
    for (std::size_t i = 0; i < size_; ++i) {
        Word& word = words_[i];
        // Most words: in small letters, a space behind the one before.
        if (i > 0 && word.shape == Shape::lower && word.before.has_only(Marks(Mark::space))) {
            word.sentence = sentence;
            lower_.add(word.key);
            continue;
        }
        const bool begins = i == 0 || ends_sentence_before(i);
        if (begins) hints_.add(i, Hint::sentence);
        if (begins && i > 0) ++sentence;
        word.sentence = sentence;
        word.is_initial = begins || word.before.has(Mark::other) ||
                          (word.before.has(Mark::quote) && word.before.has_any(lead_in)) ||
                          word.before.has(Mark::colon);
        if (word.shape == Shape::lower) lower_.add(word.key);
        // "US" is no "us", "WHO" no "who".
        if (word.shape == Shape::capitals && word.regime == Regime::sentence)
            word.grammar = Grammar::content;
        // Nor is the "A." of "Joseph A. Day" an article.
        if (word.shape == Shape::initial && written(i).ends_with('.'))
            word.grammar = Grammar::content;
    }
}

}  // namespace nutgraf::entities
