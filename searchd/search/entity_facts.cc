#include "searchd/search/entity_facts.h"

#include <fmt/format.h>

#include <algorithm>

namespace nutgraf::search {

using entities::Entity;
using entities::EntityKind;
using entities::Gazetteer;
using entities::Table;

namespace {

std::string title_of(const Gazetteer& gazetteer, const entities::RoleHeld& held) {
    if (held.office != entities::none) return std::string(gazetteer.office(held.office).name);
    return std::string(gazetteer.role(held.role).name);
}

RoleFact role_fact(const Gazetteer& gazetteer, const entities::RoleHeld& held) {
    RoleFact fact;
    fact.role = gazetteer.role(held.role).id;
    if (held.office != entities::none) fact.office = gazetteer.office(held.office).id;
    fact.name = title_of(gazetteer, held);
    fact.place = held.place;
    fact.period = held.period;
    return fact;
}

std::string name_of_country(const Gazetteer& gazetteer, std::string_view code) {
    if (code.empty()) return {};
    for (std::uint32_t i = 0; i < gazetteer.size(Table::place); ++i)
        if (const entities::Place place = gazetteer.place(i);
            place.is_country && place.country == code)
            return std::string(place.name);
    return std::string(code);
}

OfficeFact office_fact(const Gazetteer& gazetteer, const entities::Office& office) {
    OfficeFact fact{std::string(office.id), std::string(office.name), {}};
    for (const entities::Holder& holder : office.holders)
        fact.holders.push_back({brief_of(gazetteer, holder.person), holder.period});
    return fact;
}

void add_bodies(EntityFacts& facts, const Gazetteer& gazetteer, std::uint32_t number) {
    for (std::uint32_t i = 0; i < gazetteer.size(Table::entity); ++i)
        if (gazetteer.entity(i).parent == number) facts.bodies.push_back(brief_of(gazetteer, i));
    std::ranges::sort(facts.bodies, {}, &EntityBrief::name);
    if (facts.bodies.size() <= listed_bodies) return;
    facts.more_bodies = facts.bodies.size() - listed_bodies;
    facts.bodies.resize(listed_bodies);
}

void add_offices(EntityFacts& facts, const Gazetteer& gazetteer, std::uint32_t number) {
    for (std::uint32_t i = 0; i < gazetteer.size(Table::office); ++i)
        if (const entities::Office office = gazetteer.office(i); office.organisation == number)
            facts.offices.push_back(office_fact(gazetteer, office));
    std::ranges::sort(facts.offices, {}, &OfficeFact::name);
    if (facts.offices.size() <= listed_offices) return;
    facts.more_offices = facts.offices.size() - listed_offices;
    facts.offices.resize(listed_offices);
}

/// A company's managers have roles too, and are no officials.
bool is_official(const Gazetteer& gazetteer, const Entity& entity) {
    return std::ranges::any_of(entity.roles, [&](const entities::RoleHeld& held) {
        return gazetteer.role(held.role).type != "executive";
    });
}

}  // namespace

EntityBrief brief_of(const Gazetteer& gazetteer, std::uint32_t number) {
    const Entity entity = gazetteer.entity(number);
    EntityBrief brief;
    const bool is_organisation = entity.kind == EntityKind::organisation;
    brief.kind = is_organisation ? "org" : is_official(gazetteer, entity) ? "official" : "person";
    brief.id = entity.id;
    brief.name = entity.name;
    brief.type = entity.type;
    brief.country = entity.country;
    if (!entity.roles.empty()) brief.role = title_of(gazetteer, entity.roles.back());
    return brief;
}

EntityFacts facts_of(const Gazetteer& gazetteer, std::uint32_t number) {
    const Entity entity = gazetteer.entity(number);
    EntityFacts facts;
    facts.brief = brief_of(gazetteer, number);
    facts.country_name = name_of_country(gazetteer, entity.country);
    for (const entities::WrittenName& name : entity.names)
        facts.names.push_back({std::string(name.text), std::string(name.language)});
    if (entity.parent != entities::none) facts.parent = brief_of(gazetteer, entity.parent);
    for (const entities::RoleHeld& held : entity.roles)
        facts.roles.push_back(role_fact(gazetteer, held));
    for (const entities::PartyHeld& held : entity.parties)
        facts.parties.push_back({brief_of(gazetteer, held.party), held.period});
    facts.wikidata = gazetteer.wikidata(number);
    facts.source = fmt::format("{}:{}", entity.file, entity.line);
    if (entity.kind != EntityKind::organisation) return facts;
    add_bodies(facts, gazetteer, number);
    add_offices(facts, gazetteer, number);
    return facts;
}

std::vector<std::uint32_t> called(const Gazetteer& gazetteer, std::string_view text) {
    std::vector<std::uint32_t> numbers;
    const auto add = [&](std::uint32_t number) {
        if (std::ranges::find(numbers, number) == numbers.end()) numbers.push_back(number);
    };
    for (const entities::Sense& sense : gazetteer.senses_of(text)) {
        if (sense.table == Table::entity) add(sense.number);
        if (sense.table == Table::office)
            for (const entities::Holder& holder : gazetteer.office(sense.number).holders)
                add(holder.person);
    }
    return numbers;
}

std::string id_clause(std::string_view field, std::string_view id) {
    const bool is_bare = id.find_first_of(" \t()|\"") == std::string_view::npos;
    return fmt::format(fmt::runtime(is_bare ? "{}:#{}" : "{}:\"#{}\""), field, id);
}

}  // namespace nutgraf::search
