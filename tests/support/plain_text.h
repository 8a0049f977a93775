#pragma once

#include "indexer/index/entity_record.h"
#include "searchd/query/syntax.h"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::tests {

/// Positions of a text, both included.
struct Stretch {
    std::size_t first = 0;
    std::size_t last = 0;

    bool operator==(const Stretch&) const = default;
};

/// An entity that a text names at a place, and the terms it is found by.
struct PlainMention {
    Stretch place;
    std::vector<std::string> terms;
};

/// One text as the language sees it: for every position the forms a word there goes by, and what is
/// mentioned where.
///
/// A word has one form, or two where a hyphenated word begins: its first part, and all of it.
class PlainText {
public:
    /// The forms have stems where the language is stemmed.
    PlainText(std::string_view text, const std::string& language,
              std::vector<PlainMention> mentions = {}, std::vector<PlainMention> speech = {});

    /// How many words it has.
    std::size_t size() const { return size_; }

    bool has_word(const query::WordForms& wanted) const;
    bool has_phrase(const std::vector<query::PhraseWord>& wanted) const;
    bool has_entity(const query::Entity& wanted) const;
    bool has_similar(const query::Similar& wanted) const;

    /// How often at most what can be an operand stands here without overlapping itself.
    std::size_t times(const query::Query& operand,
                      const std::function<bool(const query::Scope&)>& is_here) const;

    /// The text's words up to the first line end alone.
    PlainText first_paragraph() const;

    /// Whether these words, or any, are all in speech whose terms are of the speaker.
    bool has_said(const query::Said& wanted) const;

    /// Whether the words stand so near to each other.
    bool has_within(const query::Within& wanted) const;

    /// Whether the operands stand so near to each other; `is_here` says whether what has a scope is
    /// looked for in this text.
    bool has_near(const query::Proximity& wanted,
                  const std::function<bool(const query::Scope&)>& is_here) const;

private:
    struct Form {
        std::size_t position;
        std::string folded;
        std::string written;  // Empty for all of a hyphenated word.
        std::string stem;     // Empty where the language is not stemmed.
    };
    using Places = std::vector<Stretch>;

    Places places_of_word(const query::WordForms& wanted) const;
    bool stands_at(std::size_t position, const query::PhraseWord& wanted) const;
    Places ends_of(std::size_t begin, const query::PhraseWord& wanted) const;
    Places phrases_at(std::size_t begin, const std::vector<query::PhraseWord>& wanted) const;
    Places places_of(const query::Query& operand,
                     const std::function<bool(const query::Scope&)>& is_here) const;

    Places places_anywhere_of(const query::Query& operand,
                              const std::function<bool(const query::Scope&)>& is_here) const;
    Places places_of_similar(const query::Similar& wanted) const;
    Places places_of_said(const query::Said& wanted) const;

    std::string text_;
    std::string language_;
    std::size_t size_ = 0;
    std::vector<Form> forms_;
    std::vector<PlainMention> mentions_;
    std::vector<PlainMention> speech_;
    std::vector<std::size_t> sentence_of_;  // The number of each word's sentence.
    std::vector<std::size_t> paragraph_of_;
};

}  // namespace nutgraf::tests
