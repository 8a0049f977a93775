#include "searchd/query/expander.h"

#include "base/utf8.h"
#include "indexer/index/terms.h"
#include "searchd/query/spelling.h"

#include <fmt/format.h>

#include <algorithm>

namespace nutgraf::query {

namespace {

QueryError too_many_similar(const WordForms& word, std::size_t edits) {
    return {0,
            fmt::format("\"{}~{}\" stands for more than {} words; allow fewer edits.",
                        word.caseless, edits, max_expansions),
            {}};
}

QueryError too_many(const WordForms& prefix) {
    return {0,
            fmt::format("\"{}*\" stands for more than {} words; write more of its letters.",
                        prefix.caseless, max_expansions),
            {}};
}

}  // namespace

std::vector<std::string> Expander::expanded(index::Field field, const WordForms& prefix) {
    const std::string begin = index::word_term(field, prefix.folded);
    std::vector<std::string> terms;
    for (auto term = database_.allterms_begin(begin); term != database_.allterms_end(begin);
         ++term) {
        if (terms.size() == max_expansions) throw TooManyExpansions{too_many(prefix)};
        terms.push_back(*term);
    }
    remember(prefix.caseless + "*", terms, index::row_of(field).prefix.size());
    return terms;
}

std::vector<std::string> Expander::similar(index::Field field, const WordForms& word,
                                           std::size_t edits) {
    // The first letter stays, so that not every word of the index must be looked at.
    const std::string_view first =
        std::string_view(word.folded).substr(0, code_point_at(word.folded, 0).size);
    const std::string begin = index::word_term(field, first);
    const std::size_t field_prefix = index::row_of(field).prefix.size();
    const Spelling spelling(word.folded);
    std::vector<std::string> terms;
    for (auto term = database_.allterms_begin(begin); term != database_.allterms_end(begin);
         ++term) {
        const std::string found = *term;
        if (!spelling.distance(std::string_view(found).substr(field_prefix), edits)) continue;
        if (terms.size() == max_expansions) throw TooManyExpansions{too_many_similar(word, edits)};
        terms.push_back(found);
    }
    remember(fmt::format("{}~{}", word.caseless, edits), terms, field_prefix);
    return terms;
}

void Expander::remember(const std::string& from, const std::vector<std::string>& terms,
                        std::size_t field_prefix) {
    auto known = std::ranges::find(expansions_, from, &Expansion::from);
    if (known == expansions_.end()) known = expansions_.insert(known, {from, {}});
    for (const std::string& term : terms) known->to.push_back(term.substr(field_prefix));
    std::ranges::sort(known->to);
    known->to.erase(std::unique(known->to.begin(), known->to.end()), known->to.end());
}

}  // namespace nutgraf::query
