#pragma once

#include "base/expected.h"
#include "searchd/query/syntax.h"

#include <xapian.h>

#include <string>
#include <vector>

namespace nutgraf::query {

/// The words that a prefix or a word with a tilde was found to stand for, or the entity that words
/// find too.
struct Expansion {
    std::string from;             ///< As it is read: "secur*", "coons~1", "scotland AND yard".
    std::vector<std::string> to;  ///< In the order of their letters, each once; or "org:#huawei".
    std::string name = {};        ///< Of the entity, as shown; empty for words.

    bool is_of_entity() const { return !name.empty(); }
    bool operator==(const Expansion&) const = default;
};

/// A query as Xapian runs it.
struct XapianQuery {
    Xapian::Query query;
    std::vector<Expansion> expansions;
};

/// Translates queries for one state of an index: which languages it holds and which words begin
/// with a prefix are asked of it. Borrows the database, which must outlive it. Not thread-safe: one
/// per thread.
class Translator {
public:
    /// May throw what Xapian throws on reading.
    explicit Translator(const Xapian::Database& database);

    /// Fails when a prefix or a word with a tilde stands for more than `max_expansions` words. May
    /// throw what Xapian throws on reading.
    Expected<XapianQuery, QueryError> translated(const Query& query) const;

    /// The languages of the index whose words are stemmed, as ISO 639 codes.
    const std::vector<std::string>& languages() const { return languages_; }

private:
    const Xapian::Database& database_;
    std::vector<std::string> languages_;
};

/// The stems a word may have in the index's languages, as pairs of language and stem.
std::vector<std::pair<std::string, std::string>> stems_of(
    const WordForms& word, const std::vector<std::string>& languages);

}  // namespace nutgraf::query
