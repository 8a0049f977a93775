#include "indexer/index/line_learner.h"

#include "analyzers/text/tokenizer.h"
#include "base/error.h"
#include "indexer/archive/shingles.h"
#include "indexer/index/as_put.h"
#include "indexer/index/schema.h"

#include <algorithm>

namespace nutgraf::index {

namespace {

/// In how many articles of a source a line must stand (docs/decisions/0021-learned-lines.md).
struct Demand {
    std::size_t texts = 0;   ///< That are no copies of each other.
    std::size_t one_in = 1;  ///< Of so many of all articles of the source.
};

constexpr Demand of_lines = {.texts = 8, .one_in = 200};
// A sentence that many articles end with may be true and of each of them.
constexpr Demand of_sentences = {.texts = 20, .one_in = 10};

// Articles that are compared to find so many texts.
constexpr std::size_t most_compared = 200;

bool are_the_same(const archive::Shingles& one, const archive::Shingles& other) {
    return one == other || archive::are_copies(one, other);
}

}  // namespace

void LineLearner::note_put(const Xapian::Document& document) {
    note_terms(document.termlist_begin(), document.termlist_end());
}

void LineLearner::note_leaving(Xapian::docid document) {
    note_terms(database_.termlist_begin(document), database_.termlist_end(document));
}

void LineLearner::note_terms(Xapian::TermIterator term, const Xapian::TermIterator& end) {
    for (term.skip_to(std::string(line_prefix)); term != end && (*term).starts_with(line_prefix);
         ++term)
        terms_.insert(*term);
}

std::vector<Xapian::docid> LineLearner::learn() {
    std::set<Xapian::docid> documents;
    for (const std::string& term : terms_) look_at(term, documents);
    terms_.clear();
    return {documents.begin(), documents.end()};
}

void LineLearner::look_at(const std::string& term, std::set<Xapian::docid>& documents) {
    const Xapian::doccount frequency = database_.get_termfreq(term);
    const bool is_known = learned_.has(term);
    if (frequency == 0 && is_known) forget_line(database_, term);
    if (frequency < of_lines.texts || is_known) return;
    const archive::Article first = article(*database_.postlist_begin(term));
    const ArticleLines lines(first);
    const auto line = lines.find(term);
    if (!line) throw Error("An article in the index is damaged; run \"nutgraf-indexer rebuild\".");
    const Demand& demand = lines.is_sentence(*line) ? of_sentences : of_lines;
    if (frequency * demand.one_in < database_.get_termfreq(lines.source_term())) return;
    if (!is_in_different_texts(term, demand.texts)) return;
    learn_line(database_, term, {first.source, std::string(lines.text(*line))});
    documents.insert(database_.postlist_begin(term), database_.postlist_end(term));
}

/// Whether a line stands in so many articles that are no copies of each other, what others of their
/// source say as well aside: short articles may be furniture for the most part.
bool LineLearner::is_in_different_texts(const std::string& term, std::size_t fewest) {
    const auto is_common = [&](const std::string& other) {
        return database_.get_termfreq(other) >= of_lines.texts;
    };
    std::vector<archive::Shingles> texts;
    std::size_t compared = 0;
    for (auto posting = database_.postlist_begin(term);
         posting != database_.postlist_end(term) && compared < most_compared; ++posting) {
        if (texts.size() == fewest) return true;
        ++compared;
        const archive::Article one = article(*posting);
        archive::Shingles text =
            archive::shingles_of(analyzers::tokenise(ArticleLines(one).rest(is_common)));
        const bool is_known = std::ranges::any_of(
            texts, [&](const archive::Shingles& other) { return are_the_same(text, other); });
        if (!is_known) texts.push_back(std::move(text));
    }
    return texts.size() == fewest;
}

/// The article of a document as it was put in.
archive::Article LineLearner::article(Xapian::docid document) {
    return as_put(codec_.decoded(database_.get_document(document).get_data()));
}

}  // namespace nutgraf::index
