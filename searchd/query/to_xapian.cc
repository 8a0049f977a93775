#include "searchd/query/to_xapian.h"

#include "analyzers/text/stem.h"
#include "indexer/index/story.h"
#include "indexer/index/terms.h"
#include "searchd/query/expander.h"
#include "searchd/query/pattern.h"
#include "searchd/query/print.h"
#include "searchd/query/span_postings.h"
#include "searchd/query/weights.h"
#include "searchd/query/whole_field.h"
#include "searchd/query/word_terms.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <utility>

namespace nutgraf::query {

using index::Field;
using index::Slot;

namespace {

Xapian::Query either(const std::vector<Xapian::Query>& queries) {
    return {Xapian::Query::OP_OR, queries.begin(), queries.end()};
}

Xapian::Query all_of(const std::vector<Xapian::Query>& queries) {
    return {Xapian::Query::OP_AND, queries.begin(), queries.end()};
}

/// Whether Xapian's own phrases cannot say where a phrase stands.
bool needs_test(const Phrase& phrase) {
    return std::ranges::any_of(phrase.words, [](const PhraseWord& word) {
        return word.entity.has_value() || word.is_exact;
    });
}

/// What finds any of some words or phrases of the title and the text, and counts them as one: the
/// fields as one, and besides the headline.
Xapian::Query counted_as_one(const std::vector<Field>& fields,
                             const std::vector<Xapian::Query>& in_fields) {
    std::vector<Xapian::Query> parts = {
        {Xapian::Query::OP_SYNONYM, in_fields.begin(), in_fields.end()}};
    for (std::size_t i = 0; i < fields.size() && fields.size() > 1; ++i)
        if (fields[i] == Field::title) parts.emplace_back(weights.title, in_fields[i]);
    return either(parts);
}

Xapian::valueno number_of(Slot slot) {
    return static_cast<Xapian::valueno>(slot);
}

/// Translates the nodes of one query.
class Translation {
public:
    Translation(const Xapian::Database& database, const std::vector<std::string>& languages)
        : database_(database),
          expander_(database),
          languages_(languages),
          patterns_(expander_, languages) {}

    Xapian::Query operator()(const Everything&) { return Xapian::Query::MatchAll; }

    Xapian::Query operator()(const Word& word) {
        if (is_part(word.scope)) return in_part(word);
        return word_in(database_, fields_of(word.scope), word.forms,
                       stems_of(word.forms, languages_));
    }

    Xapian::Query operator()(const Phrase& phrase) {
        if (is_part(phrase.scope)) return in_part(phrase);
        Xapian::Query found = needs_test(phrase)
                                  ? tested(candidates(phrase), patterns_.test(Query{phrase}))
                                  : in_fields(phrase);
        if (!phrase.is_whole) return found;
        const Slot slot = phrase.scope == Field::source ? Slot::source : Slot::section;
        return {Xapian::Query::OP_FILTER, found, of_so_many_words(slot, phrase.words.size())};
    }

    Xapian::Query operator()(const Prefix& prefix) {
        if (is_part(prefix.scope)) return in_part(prefix);
        return any_form(prefix.scope,
                        [&](Field field) { return expander_.expanded(field, prefix.forms); });
    }

    Xapian::Query operator()(const Similar& similar) {
        if (is_part(similar.scope)) return in_part(similar);
        return any_form(similar.scope, [&](Field field) {
            return expander_.similar(field, similar.forms, similar.edits);
        });
    }

    Xapian::Query operator()(const NamedWords& words) {
        named_.push_back({to_text(words.part.front()), {to_text({words.entity})}, words.name});
        const Xapian::Query entity(weights.also_named, (*this)(words.entity));
        return {Xapian::Query::OP_OR, translated(words.part.front()), entity};
    }

    Xapian::Query operator()(const Weighted& weighted) {
        return {weighted.weight, translated(weighted.part.front())};
    }

    Xapian::Query operator()(const AtLeast& least) {
        return tested(candidates(least.part.front()), patterns_.test(least));
    }

    Xapian::Query operator()(const Within& within) {
        return tested(candidates(Phrase{within.scope, within.words}), patterns_.test(within));
    }

    Xapian::Query operator()(const Entity& entity) {
        Xapian::Query named(Xapian::Query::OP_OR, entity.terms.begin(), entity.terms.end());
        if (entity.words.empty()) return named;
        Phrase name;
        for (const WordForms& forms : entity.words) name.words.push_back({forms, false});
        return {Xapian::Query::OP_OR, named, (*this)(name)};
    }

    Xapian::Query operator()(const Said& said) {
        if (said.is_anybodys())
            return unweighted(Xapian::Query(std::string(index::any_speech_term)));
        if (said.words.empty()) return (*this)(said.speaker);
        return tested(candidates(said), patterns_.test(Query{said}));
    }

    Xapian::Query operator()(const Proximity& proximity) {
        std::vector<Xapian::Query> wanted = {candidates(proximity.operands.front())};
        for (std::size_t i = 0; i < proximity.links.size(); ++i)
            if (!proximity.links[i].is_excluded)
                wanted.push_back(candidates(proximity.operands[i + 1]));
        return tested(all_of(wanted), patterns_.test(proximity));
    }

    Xapian::Query operator()(const DateRange& range) {
        // By overlap: it may begin before the range ends and end after the range begins. An article
        // without a date has no value, which VALUE_GE never takes.
        const std::string first =
            range.first ? index::encoded_day(*range.first) : std::string(1, '\0');
        Xapian::Query query(Xapian::Query::OP_VALUE_GE, number_of(Slot::published_to), first);
        if (range.last) {
            const Xapian::Query until(Xapian::Query::OP_VALUE_LE, number_of(Slot::published_from),
                                      index::encoded_day(*range.last));
            query = Xapian::Query(Xapian::Query::OP_FILTER, query, until);
        }
        return unweighted(query);
    }

    Xapian::Query operator()(const Seen& seen) {
        // Of those taken in before 1970 there are none.
        const auto seconds = [](std::chrono::sys_seconds instant) {
            return static_cast<std::uint64_t>(instant.time_since_epoch().count());
        };
        const std::chrono::sys_seconds epoch;
        if (seen.last && *seen.last < epoch) return Xapian::Query::MatchNothing;
        const std::uint64_t first = seen.first ? seconds(std::max(*seen.first, epoch)) : 0;
        Xapian::Query query(Xapian::Query::OP_VALUE_GE, number_of(Slot::seen),
                            index::encoded_number(first));
        if (seen.last) {
            const Xapian::Query until(Xapian::Query::OP_VALUE_LE, number_of(Slot::seen),
                                      index::encoded_number(seconds(*seen.last)));
            query = Xapian::Query(Xapian::Query::OP_FILTER, query, until);
        }
        return unweighted(query);
    }

    Xapian::Query operator()(const Undated&) { return without((*this)(DateRange{})); }

    Xapian::Query operator()(const Language& language) {
        return unweighted(Xapian::Query(index::language_term(language.code)));
    }

    Xapian::Query operator()(const Identity& identity) {
        return unweighted(Xapian::Query(index::id_term(identity.id)));
    }

    Xapian::Query operator()(const Address& address) {
        return unweighted(Xapian::Query(index::address_term(address.beginning)));
    }

    Xapian::Query operator()(const Saved& saved) { return translated(saved.part.front()); }

    Xapian::Query operator()(const InStory& story) const {
        std::vector<Xapian::Query> articles;
        for (const std::string& key : index::keys_with(database_, story.key))
            articles.emplace_back(index::key_term(key));
        return unweighted(either(articles));
    }

    Xapian::Query operator()(const Originality& originality) const {
        const Xapian::Query copies(Xapian::Query::OP_VALUE_GE, number_of(Slot::story),
                                   std::string(index::least_copy_value));
        return unweighted(originality.is_copy ? copies : without(copies));
    }

    Xapian::Query operator()(const InFurniture&) const {
        return unweighted(Xapian::Query(std::string(index::any_furniture_term)));
    }

    Xapian::Query operator()(const And& all) {
        std::vector<Xapian::Query> wanted;
        std::vector<Xapian::Query> excluded;
        for (const Query& part : all.parts) {
            if (const auto* negated = std::get_if<Not>(&part.node)) {
                excluded.push_back(translated(negated->part.front()));
            } else {
                wanted.push_back(translated(part));
            }
        }
        Xapian::Query both = wanted.empty() ? Xapian::Query::MatchAll : all_of(wanted);
        if (excluded.empty()) return both;
        return {Xapian::Query::OP_AND_NOT, both, either(excluded)};
    }

    Xapian::Query operator()(const Or& any) {
        std::vector<Xapian::Query> parts;
        for (const Query& part : any.parts) parts.push_back(translated(part));
        return either(parts);
    }

    Xapian::Query operator()(const Not& none) { return without(translated(none.part.front())); }

    Xapian::Query translated(const Query& query) { return std::visit(*this, query.node); }

    std::vector<Expansion> expansions() && {
        std::vector<Expansion> all = std::move(expander_).expansions();
        for (Expansion& named : named_)
            if (std::ranges::find(all, named) == all.end()) all.push_back(std::move(named));
        return all;
    }

private:
    static Xapian::Query unweighted(const Xapian::Query& query) { return {0.0, query}; }

    static Xapian::Query without(const Xapian::Query& query) {
        return {Xapian::Query::OP_AND_NOT, Xapian::Query::MatchAll, query};
    }

    static Xapian::Query tested(const Xapian::Query& candidates, SpanTest test) {
        return {Xapian::Query::OP_FILTER, candidates, span_query(std::move(test))};
    }

    /// What stands in a part of the title and the text.
    template <class Node>
    Xapian::Query in_part(Node node) {
        SpanTest test = patterns_.test(Query{node});
        node.scope = {};
        return tested(candidates(Query{std::move(node)}), std::move(test));
    }

    /// A word of many forms, which `terms_in` has for a field.
    template <class Terms>
    Xapian::Query any_form(const Scope& scope, const Terms& terms_in) {
        const auto fields = fields_of(scope);
        std::vector<Xapian::Query> words;
        words.reserve(fields.size());
        for (const Field field : fields) words.push_back(as_one_word(terms_in(field)));
        return counted_as_one(fields, words);
    }

    /// The articles that have all that an operand of a test is made of, wherever it stands.
    Xapian::Query candidates(const Query& operand) {
        if (const auto* phrase = std::get_if<Phrase>(&operand.node)) return candidates(*phrase);
        if (const auto* said = std::get_if<Said>(&operand.node)) return candidates(*said);
        const auto* any = std::get_if<Or>(&operand.node);
        if (any == nullptr) return translated(operand);
        std::vector<Xapian::Query> parts;
        for (const Query& part : any->parts) parts.push_back(candidates(part));
        return either(parts);
    }

    Xapian::Query candidates(const Said& said) {
        Xapian::Query speech = (*this)(said.speaker);
        if (said.words.empty()) return speech;
        return all_of({speech, candidates(Phrase{{}, said.words})});
    }

    Xapian::Query candidates(const Phrase& phrase) {
        const Scope scope = is_part(phrase.scope) ? Scope{} : phrase.scope;
        std::vector<Xapian::Query> words;
        for (PhraseWord word : phrase.words) {
            if (word.entity) {
                words.push_back((*this)(*word.entity));
                continue;
            }
            word.is_exact = false;
            words.push_back((*this)(Phrase{scope, {std::move(word)}}));
        }
        return all_of(words);
    }

    Xapian::Query in_fields(const Phrase& phrase) {
        const auto fields = fields_of(phrase.scope);
        std::vector<Xapian::Query> places;
        places.reserve(fields.size());
        for (const Field field : fields) places.push_back(phrase_in(field, phrase));
        return counted_as_one(fields, places);
    }

    Xapian::Query phrase_in(Field field, const Phrase& phrase) {
        std::vector<Xapian::Query> words;
        for (const PhraseWord& word : phrase.words) {
            if (!word.is_prefix) {
                words.emplace_back(index::word_term(field, word.forms.folded));
                continue;
            }
            const auto terms = expander_.expanded(field, word.forms);
            if (terms.empty()) return Xapian::Query::MatchNothing;
            words.emplace_back(Xapian::Query::OP_OR, terms.begin(), terms.end());
        }
        if (words.size() == 1) return words.front();
        return {Xapian::Query::OP_PHRASE, words.begin(), words.end(),
                static_cast<Xapian::termcount>(words.size())};
    }

    const Xapian::Database& database_;
    Expander expander_;
    const std::vector<std::string>& languages_;
    PatternMaker patterns_;
    std::vector<Expansion> named_;  // Entities that words find too.
};

/// The languages of an index that are stemmed.
std::vector<std::string> languages_in(const Xapian::Database& database) {
    std::vector<std::string> languages;
    const std::string prefix(index::row_of(Field::lang).prefix);
    for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix);
         ++term) {
        std::string code = (*term).substr(prefix.size());
        if (analyzers::is_stemmed(code)) languages.push_back(std::move(code));
    }
    return languages;
}

}  // namespace

Translator::Translator(const Xapian::Database& database)
    : database_(database), languages_(languages_in(database)) {}

Expected<XapianQuery, QueryError> Translator::translated(const Query& query) const {
    try {
        Translation translation(database_, languages_);
        Xapian::Query result = translation.translated(query);
        return XapianQuery{std::move(result), std::move(translation).expansions()};
    } catch (const TooManyExpansions& failure) {
        return Unexpected{failure.error};
    }
}

std::vector<std::pair<std::string, std::string>> stems_of(
    const WordForms& word, const std::vector<std::string>& languages) {
    std::vector<std::pair<std::string, std::string>> stems;
    for (const std::string& language : languages) {
        analyzers::Stemmer stemmer(language);
        stems.emplace_back(language, std::string(stemmer.stem(word.caseless)));
    }
    return stems;
}

}  // namespace nutgraf::query
