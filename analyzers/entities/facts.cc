#include "analyzers/entities/facts.h"

#include <algorithm>
#include <array>

namespace nutgraf::entities {

namespace {

constexpr unsigned letters_in_alphabet = 26;

bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}

/// Those who found, manage or write for a company are persons, but no officials.
constexpr std::array types_without_office = {std::string_view("executive")};

/// Any article may have several of these, and none of them is named by its role alone.
constexpr std::array common_types = {std::string_view("executive"),
                                     std::string_view("spokesperson"), std::string_view("adviser"),
                                     std::string_view("official")};

bool is_one_of(std::string_view type, std::span<const std::string_view> types) {
    return std::ranges::find(types, type) != types.end();
}

}  // namespace

CountryCode country_code(std::string_view letters) {
    if (letters.size() != 2 || !is_capital(letters[0]) || !is_capital(letters[1]))
        return no_country;
    const auto first = static_cast<unsigned>(letters[0] - 'A');
    const auto second = static_cast<unsigned>(letters[1] - 'A');
    return static_cast<CountryCode>(first * letters_in_alphabet + second + 1);
}

std::string country_letters(CountryCode country) {
    if (country == no_country) return {};
    const unsigned number = country - 1U;
    return {static_cast<char>('A' + number / letters_in_alphabet),
            static_cast<char>('A' + number % letters_in_alphabet)};
}

Facts::Facts(const Gazetteer& gazetteer) {
    add_roles(gazetteer);
    for (std::uint32_t i = 0; i < gazetteer.size(Table::place); ++i) {
        const Place place = gazetteer.place(i);
        places_.push_back(country_code(place.country));
        if (place.country == "US" && !place.is_country && !place.code.empty())
            states_.emplace(place.code, i);
    }
    add_entities(gazetteer);
}

void Facts::add_roles(const Gazetteer& gazetteer) {
    for (std::uint32_t i = 0; i < gazetteer.size(Table::role); ++i) {
        const Role role = gazetteer.role(i);
        RoleFacts facts;
        facts.is_official = !is_one_of(role.type, types_without_office);
        facts.is_common = is_one_of(role.type, common_types);
        roles_.push_back(facts);
    }
    for (std::uint32_t i = 0; i < gazetteer.size(Table::office); ++i) {
        const Office office = gazetteer.office(i);
        offices_.push_back({country_code(office.country), office.role});
        if (office.role != none) roles_[office.role].offices.push_back(i);
    }
}

void Facts::add_entities(const Gazetteer& gazetteer) {
    for (std::uint32_t i = 0; i < gazetteer.size(Table::entity); ++i) {
        const Entity entity = gazetteer.entity(i);
        EntityFacts facts;
        facts.country = country_code(entity.country);
        facts.is_person = entity.kind == EntityKind::person;
        facts.type = number_of_type(entity.type.substr(0, entity.type.find('/')));
        entities_.push_back(facts);
        if (facts.is_person) add_person(i, entity);
        if (!entity.letters.empty()) add_letters(i, entity.letters);
    }
}

void Facts::add_person(std::uint32_t number, const Entity& entity) {
    for (const RoleHeld& held : entity.roles) {
        if (held.role == none) continue;
        RoleFacts& role = roles_[held.role];
        if (role.is_official) entities_[number].is_official = true;
        if (held.office == none && (role.persons.empty() || role.persons.back() != number))
            role.persons.push_back(number);
    }
}

void Facts::add_letters(std::uint32_t party, std::string_view letters) {
    while (!letters.empty()) {
        const std::size_t size = letters.find('|');
        std::string_view one = letters.substr(0, size);
        while (one.starts_with(' ')) one.remove_prefix(1);
        while (one.ends_with(' ')) one.remove_suffix(1);
        if (!one.empty()) letters_[std::string(one)].push_back(party);
        letters.remove_prefix(size == std::string_view::npos ? letters.size() : size + 1);
    }
}

std::uint8_t Facts::number_of_type(std::string_view type) {
    const auto found = std::ranges::find(types_, type);
    if (found == types_.end()) {
        types_.emplace_back(type);
        return static_cast<std::uint8_t>(types_.size() - 1);
    }
    return static_cast<std::uint8_t>(found - types_.begin());
}

std::string_view Facts::type_of(std::uint32_t entity) const {
    return types_[entities_[entity].type];
}

std::span<const std::uint32_t> Facts::offices_of_role(std::uint32_t role) const {
    return roles_[role].offices;
}

std::span<const std::uint32_t> Facts::persons_of_role(std::uint32_t role) const {
    return roles_[role].persons;
}

std::span<const std::uint32_t> Facts::parties_of_letters(std::string_view letters) const {
    const auto found = letters_.find(std::string(letters));
    if (found == letters_.end()) return {};
    return found->second;
}

std::uint32_t Facts::state_of_code(std::string_view code) const {
    const auto found = states_.find(std::string(code));
    return found == states_.end() ? none : found->second;
}

}  // namespace nutgraf::entities
