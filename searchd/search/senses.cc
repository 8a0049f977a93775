#include "searchd/search/senses.h"

#include "searchd/query/entity_clause.h"
#include "searchd/search/matching.h"

#include <algorithm>
#include <functional>

namespace nutgraf::search {

namespace {

/// The articles that have any of the terms.
std::uint64_t articles_with(const std::vector<std::string>& terms, const Xapian::Database& database,
                            const Deadline& deadline) {
    if (terms.size() == 1) return database.get_termfreq(terms.front());
    const Xapian::Query any(Xapian::Query::OP_OR, terms.begin(), terms.end());
    return matching_documents(database, any, deadline).size();
}

}  // namespace

void count_senses(std::vector<query::Note>& notes, const Xapian::Database& database,
                  const Deadline& deadline) {
    for (query::Note& note : notes) {
        if (!note.senses) continue;
        std::vector<query::NamedSense>& senses = note.senses->all;
        for (query::NamedSense& sense : senses)
            sense.articles = articles_with(sense.terms, database, deadline);
        std::ranges::stable_sort(senses, std::greater{}, &query::NamedSense::articles);
        note.message = query::message_of(*note.senses);
    }
}

}  // namespace nutgraf::search
