#pragma once

#include "analyzers/entities/gazetteer.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::search {

/// An organisation or a person in short: who it is among others.
struct EntityBrief {
    std::string kind;  ///< "org", "official" (who has or had an office or a role) or "person".
    std::string id;
    std::string name;
    std::string type;     ///< Of an organisation: "company/telecoms". Empty where not known, as
    std::string country;  ///< two capital letters,
    std::string role;     ///< and the office or role that a person came to last.

    bool operator==(const EntityBrief&) const = default;
};

/// An office or a role that a person has or had.
struct RoleFact {
    std::string role;    ///< Its id.
    std::string office;  ///< The id of the office; empty where the role has none.
    std::string name;
    std::string place;
    entities::Period period;
};

/// A party a person is or was of.
struct PartyFact {
    EntityBrief party;
    entities::Period period;
};

/// An office of an organisation, and who held it when.
struct OfficeFact {
    struct Holder {
        EntityBrief person;
        entities::Period period;
    };
    std::string id;
    std::string name;
    std::vector<Holder> holders;  ///< By the day they began.
};

/// A name and the language it is used in, an ISO 639 code; empty for any.
struct NameFact {
    std::string text;
    std::string language;
};

/// How many bodies and offices of an organisation are listed.
constexpr std::size_t listed_bodies = 100;
constexpr std::size_t listed_offices = 100;

/// All that a gazetteer knows of an organisation or a person.
struct EntityFacts {
    EntityBrief brief;
    std::string country_name;
    std::vector<NameFact> names;        ///< The shown one first.
    std::optional<EntityBrief> parent;  ///< The body it is part of.
    std::vector<EntityBrief> bodies;    ///< Those that are part of it, by name.
    std::size_t more_bodies = 0;        ///< That are not listed.
    std::vector<RoleFact> roles;        ///< By the day they began.
    std::vector<PartyFact> parties;     ///< Likewise.
    std::vector<OfficeFact> offices;    ///< By name.
    std::size_t more_offices = 0;       ///< That are not listed.
    std::string wikidata;               ///< "Q160120"; empty where it is not known.
    std::string source;                 ///< Where its block stands: "uk.ent:12"; may be empty.
};

/// By the row of an entity. The facts look through all entities and offices of the gazetteer.
EntityBrief brief_of(const entities::Gazetteer& gazetteer, std::uint32_t number);
EntityFacts facts_of(const entities::Gazetteer& gazetteer, std::uint32_t number);

/// The organisations and people that a text is a name of, and the holders of an office of that
/// name: their rows, each once.
std::vector<std::uint32_t> called(const entities::Gazetteer& gazetteer, std::string_view text);

/// The clause of a query that asks for an id under a field: `org:#huawei`.
std::string id_clause(std::string_view field, std::string_view id);

}  // namespace nutgraf::search
