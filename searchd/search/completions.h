#pragma once

#include "analyzers/text/token.h"
#include "searchd/search/columns.h"
#include "searchd/search/proposals.h"
#include "searchd/search/vocabulary.h"

#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::search {

/// How many completions there are of entities and of headlines, at most.
constexpr std::size_t most_completed_entities = 3;
constexpr std::size_t most_completed_headlines = 3;

/// A query's text as far as it is typed.
class Typed {
public:
    explicit Typed(std::string_view text);

    const analyzers::Tokens& words() const { return words_; }
    /// Whether the last word may go on: nothing stands behind it.
    bool is_open() const { return is_open_; }
    /// Whether a quotation mark before the last word is not closed.
    bool is_in_phrase() const;
    /// What stands before the field of the last word: "org" in "ban org:hua"; empty without one.
    std::string_view field() const;
    /// The text with its last word replaced.
    std::string with_last(std::string_view word) const;
    /// The text with all from a word on replaced, and the field before that.
    std::string with_end(std::size_t word, std::string_view end) const;

private:
    std::size_t run_begin(std::size_t word) const;

    std::string text_;
    analyzers::Tokens words_;
    bool is_open_ = false;
};

/// The names of the entities of a state, to be looked through. Immutable: may be shared between
/// threads.
class NameList {
public:
    explicit NameList(const Columns& columns);

    /// The entities a word of whose name begins a run of words that begins so, folded and with one
    /// space between words; those that most articles name first. They live as long as the list.
    std::vector<const ColumnEntity*> holding(std::string_view beginning) const;

    /// The entities whose whole name, folded and with one space between words, is so few single
    /// letters away, but not the same: the nearest first, then those that most articles name, at
    /// most `limit`. They live as long as the list.
    std::vector<const ColumnEntity*> like(std::string_view name, std::size_t edits,
                                          std::size_t limit) const;

private:
    struct Name {
        std::string words;  // Folded, each behind a space.
        ColumnEntity entity;
    };
    std::vector<Name> names_;  // Those that most articles name first.
};

/// Words that begin with the last one, the most frequent first.
std::vector<Completion> word_completions(const Typed& typed, const Vocabulary& vocabulary,
                                         std::size_t limit);

/// Entities the end of the text is the beginning of a name of, or of its later words: those with
/// most of the words first, then those that most articles name.
std::vector<Completion> entity_completions(const Typed& typed, const NameList& names);

/// The query for the headlines that hold all the words, the last one perhaps not whole.
Xapian::Query headline_query(const Typed& typed);

/// The completion that a headline is.
Completion headline_completion(const std::string& headline);

}  // namespace nutgraf::search
