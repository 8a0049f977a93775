#include "searchd/search/did_you_mean.h"

#include "analyzers/text/tokenizer.h"

#include <set>

namespace nutgraf::search {

namespace {

using index::Field;

bool is_of_text(const query::Scope& scope) {
    return !scope || *scope == Field::title || *scope == Field::body || query::is_part(scope);
}

/// Collects the words that a query looks for in headlines and texts, folded.
class WordCollector {
public:
    explicit WordCollector(std::set<std::string>& words) : words_(words) {}

    void operator()(const query::Word& word) {
        if (is_of_text(word.scope)) words_.insert(word.forms.folded);
    }
    void operator()(const query::Phrase& phrase) { add(phrase.scope, phrase.words); }
    void operator()(const query::Within& within) { add(within.scope, within.words); }
    void operator()(const query::Proximity& near) { visit(near.operands); }
    void operator()(const query::NamedWords& words) { visit(words.part); }
    void operator()(const query::Weighted& weighted) { visit(weighted.part); }
    void operator()(const query::AtLeast& least) { visit(least.part); }
    void operator()(const query::And& all) { visit(all.parts); }
    void operator()(const query::Or& any) { visit(any.parts); }
    template <class Other>
    void operator()(const Other& /*other*/) {}

private:
    void add(const query::Scope& scope, const std::vector<query::PhraseWord>& words) {
        for (const query::PhraseWord& word : words)
            if (is_of_text(scope) && !word.is_prefix && !word.is_exact)
                words_.insert(word.forms.folded);
    }
    void visit(const std::vector<query::Query>& parts) {
        for (const query::Query& part : parts) std::visit(*this, part.node);
    }

    std::set<std::string>& words_;
};

/// The word that most likely was meant by another; empty when that one is not rare, or is hardly
/// rarer.
std::string_view better(std::string_view word, const Vocabulary& vocabulary) {
    constexpr std::uint32_t times = 10;
    const std::uint32_t articles = vocabulary.articles_of(word);
    if (articles >= few_articles) return {};
    return vocabulary.meant_by(word, articles * times);
}

}  // namespace

std::string respelt(std::string_view text, const query::Query& query,
                    const Vocabulary& vocabulary) {
    constexpr std::size_t looked_at = 4;
    std::set<std::string> words;
    std::visit(WordCollector(words), query.node);
    const analyzers::Tokens tokens = analyzers::tokenise(text);
    std::string corrected;
    std::size_t kept = 0;  // Bytes of the text that are in `corrected`, or replaced there.
    std::size_t looks = 0;
    for (std::size_t i = 0; i < tokens.size() && looks < looked_at; ++i) {
        const std::string folded(tokens.folded(i));
        if (!words.contains(folded)) continue;
        if (vocabulary.articles_of(folded) < few_articles) ++looks;
        const std::string_view meant = better(folded, vocabulary);
        if (meant.empty()) continue;
        corrected += text.substr(kept, tokens[i].begin - kept);
        corrected += meant;
        kept = tokens[i].end;
    }
    if (kept == 0) return {};
    corrected += text.substr(kept);
    return corrected;
}

}  // namespace nutgraf::search
