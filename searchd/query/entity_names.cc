#include "searchd/query/entity_names.h"

#include "base/closest.h"
#include "indexer/index/terms.h"

#include <algorithm>
#include <utility>

namespace nutgraf::query {

using entities::EntityKind;
using entities::NameClass;
using entities::Sense;
using entities::Table;
using index::entity_term;
using index::EntityField;

namespace {

std::string lower_case(std::string_view text) {
    std::string small(text);
    for (char& c : small)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return small;
}

std::string id_choice(std::string_view id) {
    return "#" + std::string(id);
}

bool is_party(const entities::Entity& entity) {
    return entity.type == "party" || entity.type.starts_with("party/");
}

bool is_of_kind(const entities::Entity& entity, EntityField field) {
    if (field == EntityField::party) return is_party(entity);
    if (field == EntityField::about) return true;
    const bool is_organisation = entity.kind == EntityKind::organisation;
    return is_organisation == (field == EntityField::org || field == EntityField::under);
}

/// "Republican" and "Republicans" are of a party, and seldom meant as its name.
bool is_indirect(const Sense& sense) {
    return sense.name_class == NameClass::adjective || sense.name_class == NameClass::member;
}

void add(std::vector<Meaning>& meanings, Meaning meaning) {
    if (std::ranges::find(meanings, meaning.choice, &Meaning::choice) == meanings.end())
        meanings.push_back(std::move(meaning));
}

/// The terms an organisation or a person is found by.
Meaning meaning_of(EntityField field, const entities::Entity& entity) {
    Meaning meaning{
        {entity_term(field, entity.id)}, std::string(entity.name), id_choice(entity.id)};
    if (field == EntityField::person)
        meaning.terms.push_back(entity_term(EntityField::official, entity.id));
    return meaning;
}

/// The term of what somebody says, of one by which they are found.
std::string spoken(std::string_view term) {
    const std::string_view role = row_of(EntityField::role).prefix;
    if (term.starts_with(role)) return index::speaker_role_term(term.substr(role.size()));
    // The prefixes of organisations and of officials are of one length.
    return index::speaker_term(term.substr(row_of(EntityField::org).prefix.size()));
}

Meaning meaning_of_code(EntityField field, std::string_view code, std::string_view name) {
    return {{entity_term(field, code)}, std::string(name), lower_case(code)};
}

}  // namespace

std::vector<Meaning> EntityNames::meanings(EntityField field, std::string_view text) {
    if (field == EntityField::role)
        if (const auto slash = text.find('/'); slash != std::string_view::npos)
            return role_pairs(text.substr(0, slash), text.substr(slash + 1));
    if (field == EntityField::said) return speakers(text);
    if (text.starts_with('#')) return of_id(field, text.substr(1));
    switch (field) {
        case EntityField::org:
        case EntityField::under:
            return organisations(field, text);
        case EntityField::about:
            return subjects(text);
        case EntityField::official:
        case EntityField::person:
            return people(field, text);
        case EntityField::role:
            return roles(text);
        case EntityField::party:
            return parties(text);
        case EntityField::state:
            return states(text);
        case EntityField::country:
            return countries(text);
        case EntityField::kind:
        case EntityField::said:
            break;
    }
    return kinds(text);
}

/// Organisations, people and those in an office, by the terms of what they say.
EntityNames::Meanings EntityNames::speakers(std::string_view text) {
    Meanings found;
    for (const EntityField field : {EntityField::official, EntityField::org})
        for (Meaning& meaning : meanings(field, text)) {
            for (std::string& term : meaning.terms) term = spoken(term);
            add(found, std::move(meaning));
        }
    return found;
}

EntityNames::Meanings EntityNames::organisations(EntityField field, std::string_view text) const {
    Meanings direct;
    Meanings indirect;
    for (const Sense& sense : gazetteer_.senses_of(text)) {
        if (sense.table != Table::entity) continue;
        const entities::Entity entity = gazetteer_.entity(sense.number);
        if (entity.kind == EntityKind::organisation)
            add(is_indirect(sense) ? indirect : direct, meaning_of(field, entity));
    }
    return direct.empty() ? indirect : direct;
}

/// Whom an article can be about: organisations and people, but not whoever holds an office.
EntityNames::Meanings EntityNames::subjects(std::string_view text) const {
    Meanings found = organisations(EntityField::about, text);
    for (const Sense& sense : gazetteer_.senses_of(text)) {
        if (sense.table != Table::entity) continue;
        const entities::Entity entity = gazetteer_.entity(sense.number);
        if (entity.kind == EntityKind::person) add(found, meaning_of(EntityField::about, entity));
    }
    return found;
}

/// People by name; offices, whoever holds them; and where there are neither, roles.
EntityNames::Meanings EntityNames::people(EntityField field, std::string_view text) const {
    Meanings found;
    Meanings of_role;
    for (const Sense& sense : gazetteer_.senses_of(text)) {
        if (sense.table == Table::entity) {
            const entities::Entity entity = gazetteer_.entity(sense.number);
            if (entity.kind == EntityKind::person) add(found, meaning_of(field, entity));
        } else if (sense.table == Table::office) {
            add(found, role_of(sense));
        } else if (sense.table == Table::role) {
            add(of_role, role_of(sense));
        }
    }
    return found.empty() ? of_role : found;
}

EntityNames::Meanings EntityNames::roles(std::string_view text) const {
    Meanings found;
    for (const Sense& sense : gazetteer_.senses_of(text))
        if (sense.table == Table::office || sense.table == Table::role) add(found, role_of(sense));
    return found;
}

/// The meaning of a sense that is an office or a role.
Meaning EntityNames::role_of(const Sense& sense) const {
    const auto meaning = [](const auto& row) {
        return Meaning{
            {entity_term(EntityField::role, row.id)}, std::string(row.name), id_choice(row.id)};
    };
    return sense.table == Table::office ? meaning(gazetteer_.office(sense.number))
                                        : meaning(gazetteer_.role(sense.number));
}

/// People of a role or in an office who are of a party at the same place.
EntityNames::Meanings EntityNames::role_pairs(std::string_view role, std::string_view party) {
    Meanings pairs;
    const Meanings all_parties = meanings(EntityField::party, party);
    for (const Meaning& one : meanings(EntityField::role, role)) {
        const std::string id = one.choice.substr(1);
        for (const Meaning& other : all_parties) {
            const std::string pair = id + "/" + other.choice.substr(1);
            add(pairs, {{entity_term(EntityField::role, pair)},
                        one.name + ", " + other.name,
                        one.choice + "/" + other.choice});
        }
    }
    return pairs;
}

EntityNames::Meanings EntityNames::parties(std::string_view text) {
    Meanings found;
    for (const Sense& sense : gazetteer_.senses_of(text)) {
        if (sense.table != Table::entity) continue;
        const entities::Entity entity = gazetteer_.entity(sense.number);
        if (is_party(entity)) add(found, meaning_of(EntityField::party, entity));
    }
    look_through();
    const std::string letters = lower_case(text);
    for (const auto& [of_party, number] : letters_)
        if (of_party == letters)
            add(found, meaning_of(EntityField::party, gazetteer_.entity(number)));
    return found;
}

EntityNames::Meanings EntityNames::countries(std::string_view text) const {
    Meanings found;
    const std::string code = lower_case(text);
    const auto look_at = [&](const entities::Place& place) {
        if (place.is_country)
            add(found, meaning_of_code(EntityField::country, place.country, place.name));
    };
    for (std::uint32_t i = 0; i < gazetteer_.size(Table::place); ++i)
        if (const auto place = gazetteer_.place(i); lower_case(place.country) == code)
            look_at(place);
    if (!found.empty()) return found;
    for (const Sense& sense : gazetteer_.senses_of(text))
        if (sense.table == Table::place) look_at(gazetteer_.place(sense.number));
    return found;
}

EntityNames::Meanings EntityNames::states(std::string_view text) const {
    Meanings found;
    const std::string code = lower_case(text);
    const auto look_at = [&](const entities::Place& place) {
        if (!place.is_country && !place.code.empty())
            add(found, meaning_of_code(EntityField::state, place.code, place.name));
    };
    for (std::uint32_t i = 0; i < gazetteer_.size(Table::place); ++i)
        if (const auto place = gazetteer_.place(i); lower_case(place.code) == code) look_at(place);
    if (!found.empty()) return found;
    for (const Sense& sense : gazetteer_.senses_of(text))
        if (sense.table == Table::place) look_at(gazetteer_.place(sense.number));
    return found;
}

EntityNames::Meanings EntityNames::kinds(std::string_view text) {
    look_through();
    std::string kind = lower_case(text);
    std::ranges::replace(kind, ' ', '-');
    if (!std::ranges::binary_search(kinds_, kind)) return {};
    return {meaning_of_code(EntityField::kind, kind, kind)};
}

EntityNames::Meanings EntityNames::of_id(EntityField field, std::string_view id) const {
    // "#gb-government" is what people write for "#gb-gov".
    constexpr std::string_view written_out = "-government";
    if (id.ends_with(written_out)) {
        const std::string gov = std::string(id.substr(0, id.size() - written_out.size())) + "-gov";
        if (gazetteer_.number_of(Table::entity, gov)) return of_id(field, gov);
    }
    const bool is_person = field == EntityField::official || field == EntityField::person;
    const bool is_of_code =
        field == EntityField::role || field == EntityField::state || field == EntityField::country;
    if (!is_of_code)
        if (const auto number = gazetteer_.number_of(Table::entity, id)) {
            const entities::Entity entity = gazetteer_.entity(*number);
            if (is_of_kind(entity, field)) return {meaning_of(field, entity)};
        }
    if (field == EntityField::role || is_person)
        for (const Table table : {Table::office, Table::role})
            if (const auto number = gazetteer_.number_of(table, id))
                return {role_of({table, *number, NameClass::role, {}, {}})};
    if (field != EntityField::state && field != EntityField::country) return {};
    const auto number = gazetteer_.number_of(Table::place, id);
    if (!number) return {};
    const entities::Place place = gazetteer_.place(*number);
    const bool is_country = field == EntityField::country;
    const std::string_view code = is_country ? place.country : place.code;
    if (place.is_country != is_country || code.empty()) return {};
    return {meaning_of_code(field, code, place.name)};
}

std::string EntityNames::most_like(EntityField field, std::string_view text) {
    constexpr int most_looks = 4;
    if (++looks_ > most_looks) return {};
    look_through();
    std::vector<std::string> names;
    if (field == EntityField::role) {
        for (std::uint32_t i = 0; i < gazetteer_.size(Table::role); ++i)
            names.push_back(lower_case(gazetteer_.role(i).name));
        for (std::uint32_t i = 0; i < gazetteer_.size(Table::office); ++i)
            names.push_back(lower_case(gazetteer_.office(i).name));
    } else if (field == EntityField::party) {
        for (const std::uint32_t number : parties_)
            names.push_back(lower_case(gazetteer_.entity(number).name));
    } else if (field == EntityField::state || field == EntityField::country) {
        for (std::uint32_t i = 0; i < gazetteer_.size(Table::place); ++i)
            if (const auto place = gazetteer_.place(i);
                place.is_country == (field == EntityField::country) &&
                (place.is_country || !place.code.empty()))
                names.push_back(lower_case(place.name));
    } else if (field == EntityField::under) {
        for (std::uint32_t i = 0; i < gazetteer_.size(Table::entity); ++i)
            if (const auto entity = gazetteer_.entity(i); entity.kind == EntityKind::organisation)
                names.push_back(lower_case(entity.name));
    } else {
        names = kinds_;
    }
    const std::vector<std::string_view> views(names.begin(), names.end());
    return std::string(closest(lower_case(text), views).value_or(""));
}

/// Notes what is to be known of all entities: once, and only for those who ask for it.
void EntityNames::look_through() {
    if (is_looked_through_) return;
    is_looked_through_ = true;
    for (std::uint32_t i = 0; i < gazetteer_.size(Table::entity); ++i) {
        const entities::Entity entity = gazetteer_.entity(i);
        if (entity.kind != EntityKind::organisation) continue;
        for (const std::string_view kind :
             {entity.type, entity.type.substr(0, entity.type.find('/'))}) {
            const auto place = std::ranges::lower_bound(kinds_, kind);
            if (place == kinds_.end() || *place != kind) kinds_.emplace(place, kind);
        }
        if (!is_party(entity)) continue;
        parties_.push_back(i);
        std::string_view letters = entity.letters;
        while (!letters.empty()) {
            const std::size_t end = std::min(letters.find('|'), letters.size());
            letters_.emplace_back(lower_case(letters.substr(0, end)), i);
            letters.remove_prefix(std::min(end + 1, letters.size()));
        }
    }
}

}  // namespace nutgraf::query
