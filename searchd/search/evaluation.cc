#include "searchd/search/evaluation.h"

#include "analyzers/text/tokenizer.h"
#include "indexer/index/address.h"
#include "indexer/index/field_text.h"
#include "searchd/search/finder.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace nutgraf::search {

using analyzers::Stemmer;
using index::Field;
using query::Query;

namespace {

/// The field of names that the operands of a Proximity are looked for in; none for the title and
/// the text. Operands are all of the one or all of the other.
query::Scope names_of(const Query& operand) {
    if (const auto* any = std::get_if<query::Or>(&operand.node))
        return names_of(any->parts.front());
    query::Scope scope;
    if (const auto* phrase = std::get_if<query::Phrase>(&operand.node)) scope = phrase->scope;
    if (const auto* prefix = std::get_if<query::Prefix>(&operand.node)) scope = prefix->scope;
    if (const auto* similar = std::get_if<query::Similar>(&operand.node)) scope = similar->scope;
    return query::is_of_names(scope) ? scope : query::Scope{};
}

/// Evaluates the nodes of one query on one article.
class Evaluation {
public:
    Evaluation(const index::StoredArticle& stored, std::string_view text, Stemmer* stemmer)
        : stored_(stored),
          stemmer_(stemmer),
          title_words_(stored.article.title),
          text_words_(text),
          title_({Field::title, title_words_, &stored.named}, stemmer),
          text_({Field::body, text_words_, &stored.named}, stemmer) {}

    Findings operator()(const query::Everything&) const { return truth(true); }

    Findings operator()(const query::Word& word) {
        const auto find = [&](const Finder& finder) { return finder.word(word.forms); };
        return clause(word.scope, find);
    }

    Findings operator()(const query::Phrase& phrase) {
        if (phrase.is_whole && words_in(*phrase.scope) != phrase.words.size()) return {};
        const auto find = [&](const Finder& finder) { return finder.phrase(phrase.words); };
        return clause(phrase.scope, find);
    }

    Findings operator()(const query::Prefix& prefix) {
        return (*this)(query::Phrase{prefix.scope, {{prefix.forms, true}}});
    }

    Findings operator()(const query::Similar& similar) {
        return clause(similar.scope, [&](const Finder& finder) { return finder.similar(similar); });
    }

    Findings operator()(const query::Weighted& weighted) {
        return evaluated(weighted.part.front());
    }

    Findings operator()(const query::AtLeast& least) {
        const Query& part = least.part.front();
        std::size_t times = 0;
        Findings result = clause(names_of(part), [&](const Finder& finder) {
            std::vector<Found> places = finder.places(part);
            times += query::disjoint_count(spans_of(places));
            return places;
        });
        return times < least.times ? Findings{} : result;
    }

    Findings operator()(const query::Entity& entity) {
        return clause({}, [&](const Finder& finder) { return finder.entity(entity); });
    }

    Findings operator()(const query::NamedWords& words) {
        // Where the words stand they are what was looked for, and what is marked.
        Findings result = evaluated(words.part.front());
        return result.is_match ? result : (*this)(words.entity);
    }

    Findings operator()(const query::Said& said) {
        if (said.is_anybodys()) return truth(!stored_.named.quotes.empty());
        return clause({}, [&](const Finder& finder) { return finder.said(said); });
    }

    Findings operator()(const query::Within& within) {
        const auto find = [&](const Finder& finder) { return finder.within(within); };
        return clauses(within.scope, find);
    }

    Findings operator()(const query::Proximity& proximity) {
        const auto find = [&](const Finder& finder) { return finder.near(proximity); };
        return clauses(names_of(proximity.operands.front()), find);
    }

    Findings operator()(const query::DateRange& range) const {
        const auto& published = stored_.article.published;
        if (!published) return truth(false);
        const bool begins_in_time = !range.last || published->days.first <= *range.last;
        const bool ends_in_time = !range.first || published->days.last >= *range.first;
        return truth(begins_in_time && ends_in_time);
    }

    /// Where nothing is known of it, the index has seen to it.
    Findings operator()(const query::Seen& seen) const {
        if (!stored_.seen) return truth(true);
        const bool is_late_enough = !seen.first || *stored_.seen >= *seen.first;
        return truth(is_late_enough && (!seen.last || *stored_.seen <= *seen.last));
    }

    Findings operator()(const query::Undated&) const { return truth(!stored_.article.published); }
    Findings operator()(const query::Language& language) const {
        return truth(stored_.lang == language.code);
    }
    Findings operator()(const query::Identity& identity) const {
        return truth(stored_.article.id == identity.id);
    }

    Findings operator()(const query::Address& address) const {
        const auto beginnings = index::address_beginnings(stored_.article.url);
        return truth(std::ranges::find(beginnings, address.beginning) != beginnings.end());
    }

    Findings operator()(const query::Saved& saved) { return evaluated(saved.part.front()); }

    /// Which articles another story has only the index knows; it has seen to it.
    Findings operator()(const query::InStory& story) const {
        return truth(stored_.story || archive::key_of(stored_.article.id) == story.key);
    }
    Findings operator()(const query::Originality& originality) const {
        return truth(originality.is_copy == (stored_.story && !stored_.story->is_first));
    }

    Findings operator()(const query::InFurniture&) const {
        return truth(archive::has_furniture(stored_.article.removed));
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
    std::size_t words_in(Field name) const {
        return analyzers::tokenise(index::field_text(stored_.article, name)).size();
    }

    static Findings truth(bool is_match) { return {is_match, {}, {}}; }

    static void add(Findings& to, Findings from) {
        to.title.insert(to.title.end(), from.title.begin(), from.title.end());
        to.text.insert(to.text.end(), from.text.begin(), from.text.end());
    }

    /// What one clause finds.
    template <class Find>
    Findings clause(const query::Scope& scope, const Find& find) {
        return clauses(scope, [&](const Finder& finder) {
            return std::vector<std::vector<Found>>{find(finder)};
        });
    }

    /// What clauses find that are looked for together, a list for each. Fields of names have no
    /// places to mark.
    template <class Find>
    Findings clauses(const query::Scope& scope, const Find& find) {
        Findings result;
        if (query::is_of_names(scope)) {
            const std::string content = index::field_text(stored_.article, *scope);
            const Words words(content);
            std::vector<Place> unmarked;
            put(find(Finder({*scope, words}, nullptr)), unmarked);
            result.is_match = !unmarked.empty();
        } else {
            const bool is_lead = query::is_part(scope);
            if (!scope || is_lead || scope == Field::title) put(find(title_), result.title);
            if (is_lead) put(find(lead()), result.text);
            if (!scope || scope == Field::body) put(find(text_), result.text);
            result.is_match = !result.title.empty() || !result.text.empty();
        }
        clauses_ = clauses_end_;
        return result;
    }

    /// The first paragraph of the text; few queries ask for it.
    Finder lead() {
        const std::string_view text = text_words_.text;
        if (!lead_words_) lead_words_.emplace(text.substr(0, text.find('\n')));
        return Finder({Field::body, *lead_words_, &stored_.named}, stemmer_);
    }

    /// Puts down the places of clauses, counted from `clauses_`.
    void put(const std::vector<std::vector<Found>>& lists, std::vector<Place>& to) {
        for (std::size_t i = 0; i < lists.size(); ++i)
            for (const Found& found : lists[i]) to.push_back({found.mark, clauses_ + i});
        clauses_end_ = clauses_ + lists.size();
    }

    const index::StoredArticle& stored_;
    Stemmer* stemmer_;
    Words title_words_;
    Words text_words_;
    std::optional<Words> lead_words_;
    Finder title_;
    Finder text_;
    std::size_t clauses_ = 0;      // Counted so far.
    std::size_t clauses_end_ = 0;  // With those that are being looked for.
};

}  // namespace

Findings findings(const Query& query, const index::StoredArticle& stored, std::string_view text,
                  Stemmer* stemmer) {
    return Evaluation(stored, text, stemmer).evaluated(query);
}

}  // namespace nutgraf::search
