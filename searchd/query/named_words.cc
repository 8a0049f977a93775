#include "searchd/query/named_words.h"

#include "analyzers/entities/capitals.h"
#include "indexer/index/terms.h"
#include "searchd/query/size.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <utility>

namespace nutgraf::query {

using entities::Gazetteer;
using entities::NameClass;
using entities::Sense;
using index::EntityField;

namespace {

/// What names an entity by itself, wherever it stands.
bool is_plain_name(const Sense& sense) {
    return sense.table == entities::Table::entity &&
           (sense.name_class == NameClass::name || sense.name_class == NameClass::acronym);
}

/// Whether a single word is a proper name and nothing else that the gazetteer knows of.
bool is_proper_name(const WordForms& word, const Sense& sense, const Gazetteer& gazetteer) {
    if (gazetteer.bits(gazetteer.word(word.folded)).bits() != 0) return false;
    return entities::is_of_other_script(sense.written) || sense.capitals != 0;
}

Entity entity_with_id(const entities::Entity& named) {
    const bool is_person = named.kind == entities::EntityKind::person;
    Entity entity;
    entity.field = is_person ? EntityField::person : EntityField::org;
    entity.text = "#" + std::string(named.id);
    entity.terms = {index::entity_term(entity.field, named.id)};
    if (is_person) entity.terms.push_back(index::entity_term(EntityField::official, named.id));
    std::ranges::sort(entity.terms);
    return entity;
}

/// Finds the words of a query that are names.
class NameSeeker {
public:
    explicit NameSeeker(const Gazetteer& gazetteer) : gazetteer_(gazetteer) {}

    Query sought(Query query) {
        if (auto* all = std::get_if<And>(&query.node)) return of_row(std::move(*all));
        if (auto* any = std::get_if<Or>(&query.node)) {
            for (Query& part : any->parts) part = sought(std::move(part));
        } else if (auto* heavy = std::get_if<Weighted>(&query.node)) {
            heavy->part.front() = sought(std::move(heavy->part.front()));
        }
        return of_leaf(query).value_or(query);
    }

private:
    std::optional<Query> of_leaf(const Query& query) {
        if (const auto* phrase = std::get_if<Phrase>(&query.node)) return of_phrase(*phrase);
        const auto* word = std::get_if<Word>(&query.node);
        if (word == nullptr || word->scope) return std::nullopt;
        return named({word->forms}, query);
    }

    /// Words joined by AND: from each on, as many as are one name.
    Query of_row(And all) {
        std::vector<Query> parts;
        for (std::size_t at = 0; at < all.parts.size();) {
            auto [name, words] = longest_name(all.parts, at);
            parts.push_back(name ? std::move(*name) : sought(std::move(all.parts[at])));
            at += words;
        }
        if (parts.size() == 1) return std::move(parts.front());
        return {And{std::move(parts)}};
    }

    /// The longest name of several words from a part on, and its words; else nothing, and 1.
    std::pair<std::optional<Query>, std::size_t> longest_name(const std::vector<Query>& parts,
                                                              std::size_t at) {
        for (std::size_t words = words_at(parts, at); words > 1; --words)
            if (auto name = of_words({&parts[at], words})) return {std::move(name), words};
        return {std::nullopt, 1};
    }

    /// How many of the parts from one on are words without a field, but no more than a name may
    /// have.
    static std::size_t words_at(const std::vector<Query>& parts, std::size_t at) {
        constexpr std::size_t longest_name = 8;
        std::size_t words = 0;
        while (words < longest_name && at + words < parts.size()) {
            const auto* word = std::get_if<Word>(&parts[at + words].node);
            if (word == nullptr || word->scope) break;
            ++words;
        }
        return words;
    }

    std::optional<Query> of_words(std::span<const Query> parts) {
        std::vector<WordForms> words;
        for (const Query& part : parts) words.push_back(std::get<Word>(part.node).forms);
        return named(words, {And{{parts.begin(), parts.end()}}});
    }

    /// A phrase of one word asks for just that form of it.
    std::optional<Query> of_phrase(const Phrase& phrase) {
        if (phrase.scope || phrase.words.size() < 2) return std::nullopt;
        std::vector<WordForms> words;
        for (const PhraseWord& word : phrase.words) {
            if (word.is_prefix || word.is_exact || word.entity) return std::nullopt;
            words.push_back(word.forms);
        }
        return named(words, {phrase});
    }

    /// The words, which are `part`, with the one entity that they are a name of.
    std::optional<Query> named(const std::vector<WordForms>& words, const Query& part) {
        std::string text;
        for (const WordForms& word : words)
            text +=
                (text.empty() ? "" : " ") + (word.spelling.empty() ? word.caseless : word.spelling);
        const std::vector<Sense> senses = gazetteer_.senses_of(text);
        if (senses.empty() || !std::ranges::all_of(senses, is_plain_name)) return std::nullopt;
        const Sense& sense = senses.front();
        const bool is_one = std::ranges::all_of(
            senses, [&](const Sense& other) { return other.number == sense.number; });
        if (!is_one) return std::nullopt;
        if (words.size() == 1 && !is_proper_name(words.front(), sense, gazetteer_))
            return std::nullopt;
        const entities::Entity entity = gazetteer_.entity(sense.number);
        return Query{NamedWords{{part}, entity_with_id(entity), std::string(entity.name)}};
    }

    const Gazetteer& gazetteer_;
};

/// Collects NamedWords. What is below other nodes is never one.
struct NamedWordsCollector {
    std::vector<const NamedWords*> found;

    void look_at(const Query& query) {
        if (const auto* named = std::get_if<NamedWords>(&query.node)) found.push_back(named);
        if (const auto* all = std::get_if<And>(&query.node)) look_at(all->parts);
        if (const auto* any = std::get_if<Or>(&query.node)) look_at(any->parts);
        if (const auto* heavy = std::get_if<Weighted>(&query.node)) look_at(heavy->part);
    }
    void look_at(const std::vector<Query>& parts) {
        for (const Query& part : parts) look_at(part);
    }
};

}  // namespace

Query with_named_words(Query query, const Gazetteer& gazetteer) {
    Query named = NameSeeker(gazetteer).sought(query);
    return size_of(named).depth > max_depth ? std::move(query) : std::move(named);
}

std::vector<const NamedWords*> named_words_in(const Query& query) {
    NamedWordsCollector collector;
    collector.look_at(query);
    return std::move(collector.found);
}

}  // namespace nutgraf::query
