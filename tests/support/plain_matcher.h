#pragma once

#include "indexer/archive/article.h"
#include "indexer/index/entity_record.h"
#include "searchd/query/syntax.h"
#include "tests/support/plain_text.h"

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace nutgraf::tests {

/// The referee: says whether an article matches a query by looking at all of its words and
/// mentions, with nothing of Xapian or searchd/search. Slow and plain.
class PlainMatcher {
public:
    explicit PlainMatcher(const archive::Article& article, const index::StoredEntities& named = {},
                          std::chrono::sys_seconds seen = {});

    bool matches(const query::Query& query) const;

private:
    bool has_word(const query::Scope& scope, const query::WordForms& word) const;
    bool has_phrase(const query::Scope& scope, const std::vector<query::PhraseWord>& words) const;
    bool has_within(const query::Within& within) const;
    bool has_near(const query::Proximity& near) const;
    bool has_similar(const query::Similar& similar) const;
    std::size_t times(const query::Query& operand) const;
    bool is_published_within(const query::DateRange& range) const;
    /// By the addresses that news archives have, plainly written.
    bool is_at(const std::string& beginning) const;
    const PlainText& text_of(index::Field field) const;

    std::string id_;
    std::string url_;
    std::string language_;
    std::optional<archive::Published> published_;
    std::chrono::sys_seconds seen_;
    bool has_speech_;
    PlainText title_;
    PlainText body_;
    PlainText lead_;
    PlainText source_;
    PlainText section_;
    PlainText byline_;
    PlainText wire_;
    PlainText furniture_;
    bool has_furniture_;
};

}  // namespace nutgraf::tests
