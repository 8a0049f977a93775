#pragma once

#include "analyzers/text/stem.h"
#include "indexer/index/document_record.h"
#include "searchd/query/spans.h"
#include "searchd/query/syntax.h"
#include "searchd/search/hit.h"
#include "searchd/search/words.h"

#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::search {

/// A place of a text where something that was asked for stands.
struct Found {
    query::Span span;  ///< Tokens of the text, as the index has positions.
    Mark mark;
};

/// One field of an article, to find something in. Borrows all of it.
struct FieldText {
    index::Field field = index::Field::body;
    const Words& words;
    const index::StoredEntities* named = nullptr;  ///< Null: the field has no mentions.
};

/// The spans of what was found, in its order.
query::Spans spans_of(const std::vector<Found>& found);

/// Finds what a query asks for among the words and the mentions of one field. Borrows what it is
/// made from. Every answer is in no order.
class Finder {
public:
    /// `stemmer` is null where words are not stemmed.
    Finder(FieldText text, analyzers::Stemmer* stemmer) : text_(text), stemmer_(stemmer) {}

    /// Where a word stands, exactly or by its stem.
    std::vector<Found> word(const query::WordForms& wanted) const;

    /// Where a word stands that is like another but for so many letters.
    std::vector<Found> similar(const query::Similar& wanted) const;

    std::vector<Found> phrase(const std::vector<query::PhraseWord>& wanted) const;

    /// Where an entity is mentioned, or the words of its name stand.
    std::vector<Found> entity(const query::Entity& wanted) const;

    /// Where what can be an operand of a Proximity stands in this field; each place once.
    std::vector<Found> places(const query::Query& operand) const;

    /// Where somebody speaks, or says some words.
    std::vector<Found> said(const query::Said& wanted) const;

    /// For each operand, where it takes part in meeting all the links; neighbouring words of speech
    /// together.
    std::vector<std::vector<Found>> near(const query::Proximity& wanted) const;

    /// For each different word, where it takes part in standing within the distance of the others.
    std::vector<std::vector<Found>> within(const query::Within& wanted) const;

private:
    std::vector<Found> operand(const query::Query& query) const;
    std::vector<Found> speech(const query::Said& wanted) const;
    std::vector<Found> words_of_speech(const query::Said& wanted) const;
    std::vector<Found> joined(const std::vector<Found>& neighbours) const;
    std::vector<Found> in_scope(const query::Scope& scope, std::vector<Found> found) const;
    query::Borders borders() const;
    std::vector<Found> sequence(const std::vector<query::PhraseWord>& wanted) const;
    std::vector<Found> of_plain_words(const std::vector<query::PhraseWord>& wanted) const;
    bool is_word(std::string_view folded, std::string_view caseless, const query::WordForms& wanted,
                 std::string_view stem) const;
    bool keeps_initial(std::string_view stem) const;
    bool is_sequence_at(std::size_t position, const std::vector<query::PhraseWord>& wanted,
                        std::size_t& last) const;
    bool meets(std::size_t position, const query::PhraseWord& wanted, std::size_t& last) const;
    Found found(std::size_t first, std::size_t last, std::size_t mark_last) const;

    FieldText text_;
    analyzers::Stemmer* stemmer_;
};

}  // namespace nutgraf::search
