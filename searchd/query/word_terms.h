#pragma once

#include "searchd/query/syntax.h"

#include <xapian.h>

#include <string>
#include <utility>
#include <vector>

namespace nutgraf::query {

/// The terms of one word in one field of an index.
struct WordTerms {
    std::string exact;
    std::vector<std::string> stems;  ///< Those that the index holds, of any language.

    /// By which the word is counted there: its stems, or where there are none its exact form.
    std::vector<std::string> main() const;
};

/// The terms of a word in a field. `stems` are pairs of language and stem. May throw what Xapian
/// throws on reading.
WordTerms word_terms(const Xapian::Database& database, index::Field field, const WordForms& forms,
                     const std::vector<std::pair<std::string, std::string>>& stems);

/// What finds any of some terms, and counts them as one word; nothing for none.
Xapian::Query as_one_word(const std::vector<std::string>& terms);

/// What finds a word in some fields, ranked by `weights`: fields, languages and stems as one word,
/// and besides its exact form and the headline.
Xapian::Query word_in(const Xapian::Database& database, const std::vector<index::Field>& fields,
                      const WordForms& forms,
                      const std::vector<std::pair<std::string, std::string>>& stems);

}  // namespace nutgraf::query
