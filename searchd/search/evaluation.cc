#include "searchd/search/evaluation.h"

#include "analyzers/text/tokenizer.h"

#include <algorithm>
#include <string>

namespace nutgraf::search {

using analyzers::Compound;
using analyzers::Stemmer;
using index::Field;
using query::Query;

namespace {

/// Whether a word of the text could have a stem that begins like `stem`. Stemmers change endings;
/// only French elision, which has an apostrophe, takes something off the front.
bool may_have_stem(std::string_view caseless, std::string_view folded, std::string_view stem) {
    return folded.front() == stem.front() || caseless.find('\'') != std::string_view::npos;
}

/// Finds words and phrases in the words of one text.
class Finder {
public:
    Finder(const Words& words, Stemmer* stemmer) : words_(words), stemmer_(stemmer) {}

    /// The ranges of the text where a word stands, exactly or by its stem.
    std::vector<Mark> word(const query::WordForms& wanted) const {
        const std::string stem = stemmer_ ? std::string(stemmer_->stem(wanted.caseless)) : "";
        std::vector<Mark> found;
        for (std::size_t i = 0; i < words_.tokens.size(); ++i)
            if (is_word(words_.tokens.folded(i), words_.tokens.caseless(i), wanted, stem))
                found.push_back(mark(i, i));
        for (const Compound& compound : words_.compounds)
            if (is_word(compound.folded, compound.caseless, wanted, stem))
                found.push_back(mark(compound.first, compound.last));
        return found;
    }

    std::vector<Mark> phrase(const std::vector<query::PhraseWord>& wanted) const {
        std::vector<Mark> found;
        for (std::size_t i = 0; i + wanted.size() <= words_.tokens.size(); ++i) {
            std::size_t last = i;
            std::size_t met = 0;
            while (met < wanted.size() && meets(i + met, wanted[met], last)) ++met;
            if (met == wanted.size()) found.push_back(mark(i, last));
        }
        return found;
    }

private:
    bool is_word(std::string_view folded, std::string_view caseless, const query::WordForms& wanted,
                 const std::string& stem) const {
        if (folded == wanted.folded) return true;
        return !stem.empty() && may_have_stem(caseless, folded, stem) &&
               stemmer_->stem(caseless) == stem;
    }

    /// Whether a word of a phrase stands at a position; `last` becomes the token where it ends.
    bool meets(std::size_t position, const query::PhraseWord& wanted, std::size_t& last) const {
        if (is_form(words_.tokens.folded(position), wanted)) {
            last = position;
            return true;
        }
        const auto compound =
            std::ranges::lower_bound(words_.compounds, position, {}, &Compound::first);
        if (compound == words_.compounds.end() || compound->first != position ||
            !is_form(compound->folded, wanted))
            return false;
        last = compound->last;
        return true;
    }

    static bool is_form(std::string_view folded, const query::PhraseWord& wanted) {
        return wanted.is_prefix ? folded.starts_with(wanted.forms.folded)
                                : folded == wanted.forms.folded;
    }

    Mark mark(std::size_t first, std::size_t last) const {
        return {words_.tokens[first].begin, words_.tokens[last].end};
    }

    const Words& words_;
    Stemmer* stemmer_;
};

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    return text;
}

/// Evaluates the nodes of one query on one article.
class Evaluation {
public:
    Evaluation(const index::StoredArticle& stored, std::string_view text, Stemmer* stemmer)
        : stored_(stored),
          title_words_(stored.article.title),
          text_words_(text),
          title_(title_words_, stemmer),
          text_(text_words_, stemmer) {}

    Findings operator()(const query::Everything&) const { return truth(true); }

    Findings operator()(const query::Word& word) {
        const auto find = [&](const Finder& finder) { return finder.word(word.forms); };
        return clause(word.scope, find);
    }

    Findings operator()(const query::Phrase& phrase) {
        if (phrase.scope && index::row_of(*phrase.scope).kind == index::FieldKind::name)
            return truth(is_in_name_field(*phrase.scope, phrase.words));
        const auto find = [&](const Finder& finder) { return finder.phrase(phrase.words); };
        return clause(phrase.scope, find);
    }

    Findings operator()(const query::Prefix& prefix) {
        return (*this)(query::Phrase{prefix.scope, {{prefix.forms, true}}});
    }

    Findings operator()(const query::DateRange& range) const {
        const auto& published = stored_.article.published;
        if (!published) return truth(false);
        const bool begins_in_time = !range.last || published->days.first <= *range.last;
        const bool ends_in_time = !range.first || published->days.last >= *range.first;
        return truth(begins_in_time && ends_in_time);
    }

    Findings operator()(const query::Undated&) const { return truth(!stored_.article.published); }
    Findings operator()(const query::Language& language) const {
        return truth(stored_.lang == language.code);
    }
    Findings operator()(const query::Identity& identity) const {
        return truth(stored_.article.id == identity.id);
    }

    Findings operator()(const query::And& all) {
        Findings result = truth(true);
        for (const Query& part : all.parts) {
            Findings findings = evaluated(part);
            result.is_match = result.is_match && findings.is_match;
            add(result, std::move(findings));
        }
        return result.is_match ? result : Findings{};
    }

    Findings operator()(const query::Or& any) {
        Findings result;
        for (const Query& part : any.parts) {
            Findings findings = evaluated(part);
            result.is_match = result.is_match || findings.is_match;
            if (findings.is_match) add(result, std::move(findings));
        }
        return result;
    }

    Findings operator()(const query::Not& none) {
        return truth(!evaluated(none.part.front()).is_match);
    }

    Findings evaluated(const Query& query) { return std::visit(*this, query.node); }

private:
    static Findings truth(bool is_match) { return {is_match, {}, {}}; }

    static void add(Findings& to, Findings from) {
        to.title.insert(to.title.end(), from.title.begin(), from.title.end());
        to.text.insert(to.text.end(), from.text.begin(), from.text.end());
    }

    template <class Find>
    Findings clause(const query::Scope& scope, const Find& find) {
        Findings result;
        const std::size_t number = clauses_++;
        const auto places = [&](const Finder& finder, std::vector<Place>& to) {
            for (const Mark& mark : find(finder)) to.push_back({mark, number});
        };
        if (!scope || scope == Field::title) places(title_, result.title);
        if (!scope || scope == Field::body) places(text_, result.text);
        result.is_match = !result.title.empty() || !result.text.empty();
        return result;
    }

    bool is_in_name_field(Field field, const std::vector<query::PhraseWord>& words) const {
        const archive::Article& article = stored_.article;
        const std::string content = field == Field::source    ? article.source
                                    : field == Field::section ? article.section
                                                              : joined(article.byline);
        const Words content_words(content);
        return !Finder(content_words, nullptr).phrase(words).empty();
    }

    const index::StoredArticle& stored_;
    Words title_words_;
    Words text_words_;
    Finder title_;
    Finder text_;
    std::size_t clauses_ = 0;
};

}  // namespace

Words::Words(std::string_view text)
    : tokens(analyzers::tokenise(text)), compounds(analyzers::compounds(tokens)) {}

Findings findings(const Query& query, const index::StoredArticle& stored, std::string_view text,
                  Stemmer* stemmer) {
    return Evaluation(stored, text, stemmer).evaluated(query);
}

}  // namespace nutgraf::search
