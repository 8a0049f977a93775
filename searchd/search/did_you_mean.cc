#include "searchd/search/did_you_mean.h"

#include "analyzers/text/tokenizer.h"
#include "searchd/search/entity_facts.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <set>
#include <utility>

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

/// What may stand in the place of some tokens of a text.
struct Replacement {
    std::size_t first = 0;  ///< Tokens, both included.
    std::size_t last = 0;
    std::vector<std::string> by;  ///< The likeliest first; at least one.
};

/// Whether a name can be typed as words, without meaning an operator.
bool is_plain_text(std::string_view name) {
    return name.find_first_of("\"()|:*~^=/-") == std::string_view::npos;
}

/// Proposes texts for one query.
class Proposer {
public:
    Proposer(std::string_view text, const query::Query& query, const KnownSpellings& known)
        : text_(text), tokens_(analyzers::tokenise(text)), known_(known) {
        std::visit(WordCollector(words_), query.node);
        find_rare_words();
    }

    std::vector<std::string> texts() {
        std::vector<Replacement> words;
        for (const std::size_t token : rare_)
            if (auto word = word_at(token); !word.by.empty()) words.push_back(std::move(word));
        std::vector<std::string> texts;
        if (!words.empty()) add(texts, words);
        add_names(texts, words);
        for (std::size_t i = 0; i < words.size(); ++i) add_others(texts, words, i);
        return texts;
    }

private:
    void find_rare_words() {
        constexpr std::size_t looked_at = 4;
        for (std::size_t i = 0; i < tokens_.size() && rare_.size() < looked_at; ++i)
            if (is_of_query(i) && articles_of(i) < few_articles) rare_.push_back(i);
    }

    bool is_of_query(std::size_t token) const {
        return words_.contains(std::string(tokens_.folded(token)));
    }
    std::uint32_t articles_of(std::size_t token) const {
        return known_.vocabulary.articles_of(tokens_.folded(token));
    }

    /// What may have been meant by one word.
    Replacement word_at(std::size_t token) const {
        constexpr std::uint32_t times = 10;  // A word that is hardly rarer may well be meant.
        constexpr std::size_t most = 3;
        const std::uint32_t fewest = articles_of(token) * times;
        Replacement word{token, token, {}};
        for (const std::string_view meant :
             known_.vocabulary.meant_by(tokens_.folded(token), fewest, most))
            word.by.emplace_back(meant);
        const auto [first, second] = known_.vocabulary.run_together(tokens_.folded(token), fewest);
        if (!first.empty()) word.by.push_back(std::string(first) + " " + std::string(second));
        return word;
    }

    /// Names in the place of rare words and those around them, with the other words respelt.
    void add_names(std::vector<std::string>& texts, const std::vector<Replacement>& words) const {
        constexpr std::size_t longest_name = 4;
        for (const std::size_t token : rare_)
            for (std::size_t length = longest_name; length > 0; --length)
                for (std::size_t back = 0; back < length && back <= token; ++back)
                    add_name(texts, words, token - back, token - back + length - 1);
    }

    void add_name(std::vector<std::string>& texts, const std::vector<Replacement>& words,
                  std::size_t first, std::size_t last) const {
        constexpr std::size_t most = 2;
        constexpr std::size_t letters_a_slip = 3;
        if (last >= tokens_.size()) return;
        std::string name;
        for (std::size_t i = first; i <= last; ++i) {
            if (!is_of_query(i)) return;
            name += (name.empty() ? "" : " ") + std::string(tokens_.folded(i));
        }
        const std::size_t edits = std::min<std::size_t>(3, name.size() / letters_a_slip);
        if (edits == 0) return;
        for (const ColumnEntity* entity : known_.names.like(name, edits, most)) {
            std::vector<Replacement> all = {{first, last, {words_of(*entity)}}};
            for (const Replacement& word : words)
                if (word.first < first || word.first > last) all.push_back(word);
            std::ranges::sort(all, {}, &Replacement::first);
            add(texts, all);
        }
    }

    static std::string words_of(const ColumnEntity& entity) {
        return is_plain_text(entity.name) ? entity.name : id_clause(entity.kind, entity.id);
    }

    /// The less likely words in one place, with the likeliest in the others.
    void add_others(std::vector<std::string>& texts, std::vector<Replacement> words,
                    std::size_t place) const {
        while (words[place].by.size() > 1) {
            words[place].by.erase(words[place].by.begin());
            add(texts, words);
        }
    }

    /// Adds the text with the likeliest of each replacement, if it is a new one.
    void add(std::vector<std::string>& texts, const std::vector<Replacement>& replacements) const {
        std::string text;
        std::size_t kept = 0;  // Bytes of the text that are there, or replaced.
        for (const Replacement& replacement : replacements) {
            const std::size_t begin = tokens_[replacement.first].begin;
            text += text_.substr(kept, begin - kept);
            text += replacement.by.front();
            kept = tokens_[replacement.last].end;
        }
        text += text_.substr(kept);
        if (std::ranges::find(texts, text) == texts.end()) texts.push_back(std::move(text));
    }

    std::string_view text_;
    analyzers::Tokens tokens_;
    const KnownSpellings& known_;
    std::set<std::string> words_;    // Of the query, folded.
    std::vector<std::size_t> rare_;  // Tokens.
};

}  // namespace

std::vector<std::string> respelt(std::string_view text, const query::Query& query,
                                 const KnownSpellings& known) {
    return Proposer(text, query, known).texts();
}

}  // namespace nutgraf::search
