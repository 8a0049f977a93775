#include "analyzers/entities/surname_holders.h"

#include <algorithm>

namespace nutgraf::entities {

namespace {

constexpr Uses parts_of_names(Use::surname, Use::given);

}  // namespace

std::uint32_t SurnameHolders::of_role_elsewhere(const Candidate& candidate,
                                                std::span<const RolePhrase> phrases) {
    constexpr std::size_t most_phrases = 32;
    const Match* const match = draft_.matches.longest(candidate.first, parts_of_names);
    if (match == nullptr || match->last != candidate.last) return none;
    draft_.matches.meanings(*match, parts_of_names, meanings_);
    std::uint32_t found = none;
    const auto near = phrases.first(std::min(phrases.size(), most_phrases));
    for (const Meaning& meaning : meanings_) {
        const std::uint32_t person = meaning.sense->number;
        const CountryCode country = draft_.facts.country_of(person);
        const bool fits = std::ranges::any_of(near, [&](const RolePhrase& phrase) {
            return !phrase.is_attached && phrase.title.role != none &&
                   phrase.title.country == country && country != no_country &&
                   offices_.has_role(person, phrase.title.role, text_.published());
        });
        if (!fits || person == found) continue;
        if (found != none) return none;
        found = person;
    }
    return found;
}

bool SurnameHolders::leads_government(const Candidate& candidate) const {
    const std::uint32_t next = candidate.last + 1;
    return candidate.words() == 1 && next < text_.size() && text_.is_joined(next) &&
           text_[next].grammar == Grammar::administration;
}

std::uint32_t SurnameHolders::leader(const Candidate& candidate) {
    const Match* const match = draft_.matches.longest(candidate.first, parts_of_names);
    const auto day = text_.published();
    if (match == nullptr || match->last != candidate.last || !day) return none;
    draft_.matches.meanings(*match, parts_of_names, meanings_);
    std::uint32_t found = none;
    for (const Meaning& meaning : meanings_) {
        const std::uint32_t person = meaning.sense->number;
        if (person == found) continue;
        const Entity entity = text_.gazetteer().entity(person);
        const bool leads = std::ranges::any_of(entity.roles, [&](const RoleHeld& held) {
            if (held.role == none || !held.period.contains(*day)) return false;
            const std::string_view type = text_.gazetteer().role(held.role).type;
            return type == "head-of-state" || type == "head-of-government";
        });
        if (!leads) continue;
        if (found != none) return none;
        found = person;
    }
    return found;
}

std::uint32_t SurnameHolders::of_country(const Candidate& candidate) {
    const Match* const match = draft_.matches.longest(candidate.first, parts_of_names);
    const Match* const place =
        draft_.matches.longest(candidate.first - 1, Uses(Use::place, Use::place_adjective));
    const auto day = text_.published();
    if (match == nullptr || match->last != candidate.last || place == nullptr || !day) return none;
    CountryCode country = no_country;
    for (const Sense& sense : place->senses)
        if (sense.table == Table::place && country == no_country)
            country = draft_.facts.country_of_place(sense.number);
    draft_.matches.meanings(*match, parts_of_names, meanings_);
    std::uint32_t found = none;
    for (const Meaning& meaning : meanings_) {
        const std::uint32_t person = meaning.sense->number;
        if (draft_.facts.country_of(person) != country || person == found) continue;
        const Entity entity = text_.gazetteer().entity(person);
        const bool is_in_office = std::ranges::any_of(
            entity.roles, [&](const RoleHeld& held) { return held.period.contains(*day); });
        if (!is_in_office) continue;
        if (found != none) return none;
        found = person;
    }
    return found;
}

}  // namespace nutgraf::entities
