#include "searchd/query/bonus.h"

#include "analyzers/text/stem.h"
#include "indexer/index/terms.h"
#include "searchd/query/pattern.h"
#include "searchd/query/to_xapian.h"
#include "searchd/query/weights.h"
#include "searchd/query/word_runs.h"
#include "searchd/query/word_terms.h"

#include <algorithm>
#include <set>
#include <span>
#include <utility>

namespace nutgraf::query {

using entities::NameClass;
using entities::Sense;
using entities::Table;
using entities::WordBit;
using index::EntityField;

namespace {

using Run = std::vector<const Word*>;

/// Two words side by side, by their stems of one language or their exact forms, in one field.
Xapian::Query side_by_side(const std::string& first, const std::string& second) {
    const std::vector<std::string> terms = {first, second};
    return {Xapian::Query::OP_PHRASE, terms.begin(), terms.end(), 2};
}

/// The pairs of a query's words.
class PairBonus {
public:
    explicit PairBonus(const BonusContext& context) : context_(context) {}

    void add(const Run& run, std::vector<Xapian::Query>& to) {
        for (std::size_t i = 0; i + 1 < run.size(); ++i) {
            const auto key = std::pair(run[i]->forms.folded, run[i + 1]->forms.folded);
            if (seen_.size() == weights.most_pairs || key.first == key.second) continue;
            if (seen_.insert(key).second) add(*run[i], *run[i + 1], to);
        }
    }

private:
    void add(const Word& first, const Word& second, std::vector<Xapian::Query>& to) const {
        const auto stems = stems_of(first.forms, context_.languages);
        const auto other_stems = stems_of(second.forms, context_.languages);
        std::vector<Xapian::Query> places;
        for (const index::Field field : fields_of({})) {
            const std::size_t before = places.size();
            for (std::size_t i = 0; i < stems.size(); ++i)
                add_if_held(index::stem_term(field, stems[i].first, stems[i].second),
                            index::stem_term(field, stems[i].first, other_stems[i].second), places);
            if (places.size() == before)
                add_if_held(index::word_term(field, first.forms.folded),
                            index::word_term(field, second.forms.folded), places);
        }
        // SYNONYM counts a pair as a word of its own, however rare its words are.
        if (!places.empty())
            to.emplace_back(weights.pair,
                            Xapian::Query(Xapian::Query::OP_SYNONYM, places.begin(), places.end()));
    }

    void add_if_held(const std::string& first, const std::string& second,
                     std::vector<Xapian::Query>& to) const {
        if (context_.database.term_exists(first) && context_.database.term_exists(second))
            to.push_back(side_by_side(first, second));
    }

    const BonusContext& context_;
    std::set<std::pair<std::string, std::string>> seen_;
};

/// Whether a name stands for itself in small letters: "huawei", not "apple" and not "who".
bool is_telling(const entities::Gazetteer& gazetteer, std::span<const std::uint32_t> words) {
    return words.size() > 1 || !gazetteer.bits(words.front()).has(WordBit::common);
}

/// The one organisation or person that some senses mean; none where there are several.
std::optional<std::uint32_t> only_one(std::span<const Sense> senses) {
    std::optional<std::uint32_t> found;
    for (const Sense& sense : senses) {
        const bool is_name = sense.name_class == NameClass::name ||
                             sense.name_class == NameClass::acronym ||
                             sense.name_class == NameClass::surname;
        if (sense.table != Table::entity || !is_name) continue;
        if (found && *found != sense.number) return std::nullopt;
        found = sense.number;
    }
    return found;
}

Xapian::Query naming(const entities::Entity& entity) {
    if (entity.kind == entities::EntityKind::organisation)
        return Xapian::Query(index::entity_term(EntityField::org, entity.id));
    return as_one_word({index::entity_term(EntityField::official, entity.id),
                        index::entity_term(EntityField::person, entity.id)});
}

/// Whom the words of a run name, the longest names first, no word twice.
void add_named(const Run& run, const entities::Gazetteer& gazetteer,
               std::vector<Xapian::Query>& to) {
    std::vector<std::uint32_t> words;
    for (const Word* word : run) words.push_back(gazetteer.word(word->forms.folded));
    std::vector<entities::NameMatch> names;
    for (std::size_t at = 0; at < words.size();) {
        gazetteer.names_at(words, at, names);
        std::size_t taken = 1;
        for (const entities::NameMatch& name : names) {
            const auto number = only_one(name.senses);
            if (!number || !is_telling(gazetteer, std::span(words).subspan(at, name.words)))
                continue;
            to.emplace_back(weights.named, naming(gazetteer.entity(*number)));
            taken = name.words;
            break;
        }
        at += taken;
    }
}

}  // namespace

Xapian::Query bonus_of(const Query& query, const BonusContext& context) {
    std::vector<Xapian::Query> parts;
    PairBonus pairs(context);
    for (const Run& run : word_runs(query)) {
        pairs.add(run, parts);
        if (context.gazetteer != nullptr) add_named(run, *context.gazetteer, parts);
    }
    return {Xapian::Query::OP_OR, parts.begin(), parts.end()};
}

}  // namespace nutgraf::query
