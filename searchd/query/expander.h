#pragma once

#include "searchd/query/syntax.h"
#include "searchd/query/to_xapian.h"

#include <xapian.h>

#include <string>
#include <vector>

namespace nutgraf::query {

/// A word of a query stands for more than `max_expansions` words.
struct TooManyExpansions {
    QueryError error;
};

/// Finds the words that prefixes and words with a tilde stand for in one state of an index, and
/// remembers them. Borrows the database. Not thread-safe: one per thread.
class Expander {
public:
    explicit Expander(const Xapian::Database& database) : database_(database) {}

    /// The terms of a field that begin so, in their order. Throws TooManyExpansions, and what
    /// Xapian throws on reading.
    std::vector<std::string> expanded(index::Field field, const WordForms& prefix);

    /// The terms of a field that become a word by so many edits, in their order. Throws likewise.
    std::vector<std::string> similar(index::Field field, const WordForms& word, std::size_t edits);

    /// What was expanded so far, each once.
    std::vector<Expansion> expansions() && { return std::move(expansions_); }

private:
    void remember(const std::string& from, const std::vector<std::string>& terms,
                  std::size_t field_prefix);

    const Xapian::Database& database_;
    std::vector<Expansion> expansions_;
};

}  // namespace nutgraf::query
