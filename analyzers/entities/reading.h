#pragma once

#include "analyzers/entities/analysis.h"
#include "analyzers/entities/gazetteer.h"
#include "analyzers/entities/grammar.h"
#include "analyzers/entities/hints.h"
#include "analyzers/entities/marks.h"
#include "analyzers/entities/stamped_map.h"
#include "analyzers/entities/word_table.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace nutgraf::entities {

/// What capitals say in a line.
enum class Regime : std::uint8_t {
    sentence,    ///< A capital inside a sentence is a name's.
    title_case,  ///< "Huawei Wins Contract in Poland": nothing.
    capitals,    ///< "HUAWEI WINS CONTRACT": nothing.
};

/// A word of a text, and how it stands there.
struct Word : KnownWord {
    Regime regime = Regime::sentence;
    Marks before;  ///< Between the word before and this one.
    std::uint32_t sentence = 0;
    bool is_initial = false;  ///< Where any word is written with a capital: a sentence begins.
    bool is_glued = false;
    bool is_possessive = false;

    bool has(WordBit bit) const { return bits.has(bit); }
    /// Whether a capital stands where it means a name.
    bool is_capitalised() const { return begins_with_capital(shape); }
};

/// An article as words. Made anew by `read`; its memory is used again. Not thread-safe: one per
/// thread.
class Reading {
public:
    explicit Reading(const Gazetteer& gazetteer) : gazetteer_(gazetteer), known_(gazetteer) {}

    /// Reads a text, which the reading borrows until the next.
    void read(const AnalysisText& text);

    std::uint32_t size() const { return size_; }
    const Word& operator[](std::size_t index) const {
        count_step();
        return words_[index];
    }
    /// What a word may matter to.
    Hints hints(std::size_t index) const { return hints_[index]; }
    /// The first word from `at` on that has any of some hints; size() where none has.
    std::uint32_t next(std::size_t at, Hints wanted) const { return next(at, wanted, size_); }
    /// Likewise, before `end`.
    std::uint32_t next(std::size_t at, Hints wanted, std::size_t end) const {
        const std::uint32_t found = hints_.next(at, wanted, end);
        count_steps(1 + (found - std::min<std::size_t>(at, found)) / HintList::block);
        return found;
    }
    /// Leaves a hint for the steps that follow.
    void note(std::size_t index, Hint hint) { hints_.add(index, hint); }

    const Gazetteer& gazetteer() const { return gazetteer_; }
    std::string_view language() const { return text_->lang; }
    std::string_view source() const { return text_->text; }
    std::optional<std::chrono::sys_days> published() const { return text_->published; }

    /// The words' numbers, as the gazetteer takes them.
    std::span<const std::uint32_t> numbers() const { return std::span(numbers_).first(size_); }

    /// A word, or words from the first to the last, as written.
    std::string_view written(std::size_t index) const { return written(index, index); }
    std::string_view written(std::size_t first, std::size_t last) const {
        const std::uint32_t begin = token(first).begin;
        return {text_->text.data() + begin, token(last).end - begin};
    }
    std::string_view folded(std::size_t index) const { return text_->tokens.folded(index); }
    const analyzers::Token& token(std::size_t index) const { return text_->tokens[index]; }

    /// Whether a word follows the one before with nothing but a space or a hyphen between.
    bool is_joined(std::size_t index) const {
        const Word& word = (*this)[index];
        return word.before.has_only(Marks(Mark::space)) && !word.is_initial;
    }

    /// Whether a word is the first of its paragraph.
    bool begins_paragraph(std::size_t index) const {
        const Marks before = (*this)[index].before;
        return index == 0 || before.has(Mark::paragraph_end) ||
               (before.has(Mark::line_end) && !is_hard_wrapped_);
    }

    /// Whether the folded word stands in lower case somewhere inside a sentence.
    bool is_seen_in_lower_case(std::uint32_t key) const { return lower_.has(key); }

    /// How often words were looked at since `read`: what tests hold to be linear. Counted where
    /// assertions are compiled in, as the count takes a good part of the time; 0 elsewhere.
    std::uint64_t steps() const { return steps_; }

private:
    void read_words(std::size_t title_bytes);
    void close_line(std::size_t begin, std::size_t end, Regime regime);
    void read_word(std::size_t index, const analyzers::Token& token, Word& word);
    Marks marks_before_first();
    Marks marks_between(std::size_t index, const analyzers::Token& last,
                        const analyzers::Token& token);
    void mark_sentences();
    void count_step() const { count_steps(1); }
    void count_steps([[maybe_unused]] std::size_t steps) const {
#ifndef NDEBUG
        steps_ += steps;
#endif
    }
    bool ends_sentence_before(std::size_t index) const;

    const Gazetteer& gazetteer_;
    WordTable known_;
    const AnalysisText* text_ = nullptr;
    std::uint32_t size_ = 0;
    std::vector<Word> words_;             // As many as the longest text had, or more.
    std::vector<std::uint32_t> numbers_;  // Likewise.
    HintList hints_;
    KeySet lower_;
    bool is_hard_wrapped_ = false;
    mutable std::uint64_t steps_ = 0;
};

}  // namespace nutgraf::entities
