#include "searchd/query/word_terms.h"

#include "indexer/index/terms.h"
#include "searchd/query/weights.h"

namespace nutgraf::query {

namespace {

void append(std::vector<std::string>& to, const std::vector<std::string>& more) {
    to.insert(to.end(), more.begin(), more.end());
}

}  // namespace

std::vector<std::string> WordTerms::main() const {
    return stems.empty() ? std::vector{exact} : stems;
}

WordTerms word_terms(const Xapian::Database& database, index::Field field, const WordForms& forms,
                     const std::vector<std::pair<std::string, std::string>>& stems) {
    WordTerms terms{index::word_term(field, forms.folded), {}};
    for (const auto& [language, stem] : stems) {
        std::string term = index::stem_term(field, language, stem);
        if (database.term_exists(term)) terms.stems.push_back(std::move(term));
    }
    return terms;
}

Xapian::Query as_one_word(const std::vector<std::string>& terms) {
    return {Xapian::Query::OP_SYNONYM, terms.begin(), terms.end()};
}

Xapian::Query word_in(const Xapian::Database& database, const std::vector<index::Field>& fields,
                      const WordForms& forms,
                      const std::vector<std::pair<std::string, std::string>>& stems) {
    std::vector<std::string> exact;
    std::vector<std::string> stemmed;
    std::vector<std::string> in_title;
    for (const index::Field field : fields) {
        const WordTerms terms = word_terms(database, field, forms, stems);
        exact.push_back(terms.exact);
        append(stemmed, terms.stems);
        if (field == index::Field::title) in_title = terms.main();
    }
    // Languages without stems have the exact form alone: where nothing else is counted, it counts
    // in full.
    if (stemmed.empty()) stemmed.swap(exact);
    std::vector<Xapian::Query> parts = {as_one_word(stemmed)};
    if (!exact.empty()) parts.emplace_back(weights.exact_form, as_one_word(exact));
    if (fields.size() > 1) parts.emplace_back(weights.title, as_one_word(in_title));
    return {Xapian::Query::OP_OR, parts.begin(), parts.end()};
}

}  // namespace nutgraf::query
