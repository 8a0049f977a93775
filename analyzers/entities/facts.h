#pragma once

#include "analyzers/entities/gazetteer.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace nutgraf::entities {

/// Two capital letters as a number; 0 for none.
using CountryCode = std::uint16_t;

constexpr CountryCode no_country = 0;
constexpr std::size_t country_codes = 26 * 26 + 1;

/// The number of two capital letters; `no_country` for other texts.
CountryCode country_code(std::string_view letters);

/// The letters of a number; empty for `no_country`.
std::string country_letters(CountryCode country);

/// What is looked up so often in the gazetteer that it is laid out once. Immutable: may be shared
/// between threads. Borrows the gazetteer.
class Facts {
public:
    explicit Facts(const Gazetteer& gazetteer);

    bool is_person(std::uint32_t entity) const { return entities_[entity].is_person; }
    CountryCode country_of(std::uint32_t entity) const { return entities_[entity].country; }
    /// The word that begins an organisation's type: "company" of "company/telecoms".
    std::string_view type_of(std::uint32_t entity) const;
    /// Whether the gazetteer knows a person in a role that makes an official.
    bool is_official(std::uint32_t person) const { return entities_[person].is_official; }

    CountryCode country_of_place(std::uint32_t place) const { return places_[place]; }
    CountryCode country_of_office(std::uint32_t office) const { return offices_[office].country; }
    std::uint32_t role_of_office(std::uint32_t office) const { return offices_[office].role; }
    /// Whether a role makes who has it an official: not a company's.
    bool is_official_role(std::uint32_t role) const { return roles_[role].is_official; }
    /// Whether a role is so common that "the adviser" means nobody in particular.
    bool is_common_role(std::uint32_t role) const { return roles_[role].is_common; }

    /// The offices of a role, of all countries.
    std::span<const std::uint32_t> offices_of_role(std::uint32_t role) const;
    /// The persons who have or had a role that has no office.
    std::span<const std::uint32_t> persons_of_role(std::uint32_t role) const;
    /// The parties that attributions write so: "R", "Con".
    std::span<const std::uint32_t> parties_of_letters(std::string_view letters) const;
    /// The state of the US with a two-letter code; none when there is none.
    std::uint32_t state_of_code(std::string_view code) const;

private:
    struct EntityFacts {
        CountryCode country = no_country;
        bool is_person = false;
        bool is_official = false;
        std::uint8_t type = 0;  // Index of types_.
    };
    struct OfficeFacts {
        CountryCode country = no_country;
        std::uint32_t role = none;
    };
    struct RoleFacts {
        bool is_official = true;
        bool is_common = false;
        std::vector<std::uint32_t> offices;
        std::vector<std::uint32_t> persons;
    };

    void add_roles(const Gazetteer& gazetteer);
    void add_entities(const Gazetteer& gazetteer);
    void add_person(std::uint32_t number, const Entity& entity);
    void add_letters(std::uint32_t party, std::string_view letters);
    std::uint8_t number_of_type(std::string_view type);

    std::vector<EntityFacts> entities_;
    std::vector<CountryCode> places_;
    std::vector<OfficeFacts> offices_;
    std::vector<RoleFacts> roles_;
    std::vector<std::string> types_;
    std::unordered_map<std::string, std::vector<std::uint32_t>> letters_;
    std::unordered_map<std::string, std::uint32_t> states_;
};

}  // namespace nutgraf::entities
