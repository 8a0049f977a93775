#pragma once

#include "analyzers/text/stem.h"
#include "indexer/archive/article.h"
#include "searchd/query/syntax.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::tests {

/// One text as the language sees it: for every position the forms a word there goes by.
///
/// A word has one form, or two where a hyphenated word begins: its first part, and all of it.
class PlainText {
public:
    /// The forms have stems where the language is stemmed.
    PlainText(std::string_view text, const std::string& language);

    bool has_word(const query::WordForms& wanted) const;
    bool has_phrase(const std::vector<query::PhraseWord>& wanted) const;

private:
    struct Form {
        std::size_t position;
        std::string folded;
        std::string stem;  // Empty where the language is not stemmed.
    };
    bool stands_at(std::size_t position, const query::PhraseWord& wanted) const;

    std::string language_;
    std::size_t size_ = 0;
    std::vector<Form> forms_;
};

/// The referee: says whether an article matches a query by looking at all of its words, with
/// nothing of Xapian or searchd/search. Slow and plain.
class PlainMatcher {
public:
    explicit PlainMatcher(const archive::Article& article);

    bool matches(const query::Query& query) const;

private:
    bool has_word(const query::Scope& scope, const query::WordForms& word) const;
    bool has_phrase(const query::Scope& scope, const std::vector<query::PhraseWord>& words) const;
    bool is_published_within(const query::DateRange& range) const;

    std::string id_;
    std::string language_;
    std::optional<archive::Published> published_;
    PlainText title_;
    PlainText body_;
    PlainText source_;
    PlainText section_;
    PlainText byline_;
};

}  // namespace nutgraf::tests
