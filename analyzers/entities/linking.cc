#include "analyzers/entities/linking.h"

#include <algorithm>
#include <array>

namespace nutgraf::entities {

namespace {

constexpr double in_article = 10;  // Named elsewhere, and there without doubt.
constexpr double same_country = 5;
constexpr double same_role = 5;
constexpr double in_office = 1.5;
constexpr double without_context = 1;
constexpr double clear_difference = 0.4;  // Less between the first and the second decides nothing.

}  // namespace

double Linker::title_weight(const Title& title, std::uint32_t person) const {
    const Offices::Day day = text_.published();
    double weight = 0;
    if (title.role != none) {
        if (offices_.has_role(person, title.role, day))
            weight += same_role;
        else if (offices_.ever_had_role(person, title.role))
            weight += same_role / 2;
    }
    if (title.country != no_country && draft_.facts.country_of(person) == title.country)
        weight += same_country;
    return weight;
}

/// "Italian Socialist Party": whether the country before a name is that of an entity.
bool Linker::is_behind_country(const Candidate& candidate, CountryCode country) const {
    if (candidate.first == 0 || country == no_country) return false;
    const std::uint32_t before = candidate.first - 1;
    const Match* const place =
        draft_.matches.longest(before, Uses(Use::place, Use::place_adjective));
    if (place == nullptr || place->last != before || !text_.is_joined(candidate.first))
        return false;
    return std::ranges::any_of(place->senses, [&](const Sense& sense) {
        return sense.table == Table::place &&
               draft_.facts.country_of_place(sense.number) == country;
    });
}

double Linker::weight(const Candidate& candidate, const Meaning& meaning) const {
    const std::uint32_t entity = meaning.sense->number;
    const CountryCode country = draft_.facts.country_of(entity);
    double weight = votes_.weight_at(text_, candidate.first, country);
    if (is_behind_country(candidate, country)) weight += same_country;
    if (memory_.of_entity(entity) != none) weight += in_article;
    if (meaning.use == Use::organisation || meaning.use == Use::person) weight += without_context;
    if (!draft_.facts.is_person(entity)) return weight;
    weight += title_weight(candidate.title, entity);
    for (const RoleHeld& held : text_.gazetteer().entity(entity).roles) {
        const auto day = text_.published();
        if (day && held.period.contains(*day)) return weight + in_office;
    }
    return weight;
}

std::uint32_t Linker::entity_of(const Candidate& candidate, Uses uses) {
    if (candidate.match == nullptr) return none;
    draft_.matches.meanings(*candidate.match, uses, meanings_);
    std::uint32_t best = none;
    double best_weight = 0;
    double second_weight = -1;
    for (const Meaning& meaning : meanings_) {
        const double meant = weight(candidate, meaning);
        if (meaning.sense->number == best) continue;
        if (best == none || meant > best_weight) {
            if (best != none) second_weight = best_weight;
            best = meaning.sense->number;
            best_weight = meant;
        } else {
            second_weight = std::max(second_weight, meant);
        }
    }
    return best_weight - second_weight >= clear_difference ? best : none;
}

bool Linker::is_public(std::uint32_t entity) const {
    constexpr std::array private_types = {std::string_view("company"), std::string_view("bank"),
                                          std::string_view("media"), std::string_view("team"),
                                          std::string_view("other")};
    const std::string_view type = draft_.facts.type_of(entity);
    return std::ranges::find(private_types, type) == private_types.end();
}

bool Linker::is_of_country_elsewhere(std::uint32_t entity) const {
    constexpr std::array shared_types = {std::string_view("parliament"), std::string_view("party"),
                                         std::string_view("court"), std::string_view("military"),
                                         std::string_view("police")};
    const CountryCode country = draft_.facts.country_of(entity);
    const bool is_shared =
        std::ranges::find(shared_types, draft_.facts.type_of(entity)) != shared_types.end();
    return country != no_country && is_shared && votes_.names_any() && !votes_.is_named(country);
}

bool Linker::is_of_country_here(const Candidate& candidate, std::uint32_t entity) const {
    constexpr double enough = 2;
    if (!is_public(entity)) return false;
    return votes_.weight_at(text_, candidate.first, draft_.facts.country_of(entity)) >= enough;
}

bool Linker::is_unambiguous(const Match& match, Uses uses) {
    draft_.matches.meanings(match, uses, meanings_);
    for (const Meaning& meaning : meanings_)
        if (meaning.sense->number != meanings_.front().sense->number) return false;
    return !meanings_.empty();
}

std::uint32_t Linker::person_by_title(const Candidate& candidate) {
    const Uses names(Use::surname, Use::person_in_context, Use::person, Use::given);
    const Match* match = candidate.match;
    if (match == nullptr && candidate.words() == 1)
        match = draft_.matches.longest(candidate.first, names);
    if (match == nullptr || match->last != candidate.last) return none;
    draft_.matches.meanings(*match, names, meanings_);
    std::uint32_t best = none;
    double best_weight = 0;
    double second_weight = 0;
    for (const Meaning& meaning : meanings_) {
        const std::uint32_t person = meaning.sense->number;
        const double fit = title_weight(candidate.title, person);
        if (fit < same_role / 2 || person == best) continue;
        const double meant =
            fit + votes_.weight_at(text_, candidate.first, draft_.facts.country_of(person));
        if (meant > best_weight) {
            second_weight = best_weight;
            best = person;
            best_weight = meant;
        } else {
            second_weight = std::max(second_weight, meant);
        }
    }
    return best_weight - second_weight >= clear_difference ? best : none;
}

std::uint32_t Linker::person_by_ends(const Candidate& candidate) {
    if (candidate.words() < 3) return none;
    const std::array<std::uint32_t, 2> ends{text_[candidate.first].number(),
                                            text_[candidate.last].number()};
    if (ends[0] == 0 || ends[1] == 0) return none;
    text_.gazetteer().names_at(ends, 0, found_);
    std::uint32_t person = none;
    for (const NameMatch& found : found_) {
        if (found.words != 2) continue;
        for (const Sense& sense : found.senses) {
            const bool is_name = sense.table == Table::entity &&
                                 sense.name_class == NameClass::name &&
                                 draft_.facts.is_person(sense.number);
            if (!is_name || sense.number == person) continue;
            if (person != none) return none;
            person = sense.number;
        }
    }
    return person;
}

}  // namespace nutgraf::entities
