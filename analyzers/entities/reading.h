#pragma once

#include "analyzers/entities/analysis.h"
#include "analyzers/entities/gazetteer.h"
#include "analyzers/entities/grammar.h"
#include "analyzers/entities/marks.h"
#include "analyzers/entities/shape.h"
#include "analyzers/entities/stamped_map.h"

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

/// A word of a text with all that can be said of it without its neighbours.
struct Word {
    std::uint32_t key = 0;     ///< Equal for equal folded words of one article.
    std::uint32_t number = 0;  ///< Of the gazetteer's vocabulary; 0 when it is not there.
    WordBits bits;
    std::uint32_t sentence = 0;
    Marks before;  ///< Between the word before and this one.
    Shape shape = Shape::lower;
    Grammar grammar = Grammar::content;
    Regime regime = Regime::sentence;
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
    explicit Reading(const Gazetteer& gazetteer) : gazetteer_(gazetteer) {}

    /// Reads a text, which the reading borrows until the next.
    void read(const AnalysisText& text);

    std::uint32_t size() const { return static_cast<std::uint32_t>(words_.size()); }
    const Word& operator[](std::size_t index) const {
        ++steps_;
        return words_[index];
    }
    const Gazetteer& gazetteer() const { return gazetteer_; }
    std::string_view language() const { return text_->lang; }
    std::string_view source() const { return text_->text; }
    std::optional<std::chrono::sys_days> published() const { return text_->published; }

    /// The words' numbers, as the gazetteer takes them.
    std::span<const std::uint32_t> numbers() const { return numbers_; }

    /// A word, or words from the first to the last, as written.
    std::string_view written(std::size_t index) const { return written(index, index); }
    std::string_view written(std::size_t first, std::size_t last) const;
    std::string_view folded(std::size_t index) const { return text_->tokens.folded(index); }
    const analyzers::Token& token(std::size_t index) const { return text_->tokens[index]; }

    /// Whether a word follows the one before with nothing but a space or a hyphen between.
    bool is_joined(std::size_t index) const;

    /// Whether a word is the first of its paragraph.
    bool begins_paragraph(std::size_t index) const;

    /// Whether the folded word stands in lower case somewhere inside a sentence.
    bool is_seen_in_lower_case(std::uint32_t key) const { return lower_.find(key) != nullptr; }

    /// How often words were looked at since `read`: what tests hold to be linear.
    std::uint64_t steps() const { return steps_; }

private:
    Word word_at(std::size_t index);
    std::uint32_t key_of(std::size_t index, std::uint32_t number);
    void mark_sentences();
    bool ends_sentence_before(std::size_t index) const;

    const Gazetteer& gazetteer_;
    const AnalysisText* text_ = nullptr;
    std::vector<Word> words_;
    std::vector<std::uint32_t> numbers_;
    StampedMap lower_;
    bool is_hard_wrapped_ = false;
    mutable std::uint64_t steps_ = 0;
};

}  // namespace nutgraf::entities
