#include "analyzers/entities/offices.h"

#include <algorithm>
#include <string>

namespace nutgraf::entities {

namespace {

using std::chrono::days;
using std::chrono::sys_days;

bool is_near(sys_days change, sys_days day) {
    constexpr days fortnight(14);
    if (change == sys_days::min() || change == sys_days::max()) return false;
    return change > day ? change - day < fortnight : day - change < fortnight;
}

}  // namespace

std::optional<Offices::Holding> Offices::holder(std::uint32_t office, Day day) const {
    std::optional<Holding> found;
    for (const Holder& holder : gazetteer_.office(office).holders) {
        if (day && !holder.period.contains(*day)) continue;
        if (found && found->person != holder.person) return std::nullopt;
        const bool is_near_change =
            day && (is_near(holder.period.from, *day) || is_near(holder.period.to, *day));
        found = Holding{holder.person, is_near_change};
    }
    return found;
}

std::uint32_t Offices::office_of(std::uint32_t role, CountryCode country) const {
    std::uint32_t found = none;
    for (const std::uint32_t office : facts_.offices_of_role(role)) {
        if (facts_.country_of_office(office) != country) continue;
        if (found != none) return none;
        found = office;
    }
    return found;
}

bool Offices::is_same_role(std::uint32_t held, std::uint32_t role) const {
    if (held == none || role == none) return false;
    return gazetteer_.is_kind_of(held, role) || gazetteer_.is_kind_of(role, held);
}

/// "governor": whether an office is called so by those who know which, "Governor of the Bank of
/// England".
bool Offices::is_named_after(std::uint32_t office, std::uint32_t role) const {
    if (office == none || role == none) return false;
    const std::string_view id = gazetteer_.office(office).id;
    return id.ends_with("-" + std::string(gazetteer_.role(role).id));
}

/// Of the roles a person has or had the one a title means; without a title the one of the day.
const RoleHeld* Offices::best_held(const Entity& person, const Title& title, Day day) const {
    const RoleHeld* best = nullptr;
    int best_rank = 0;
    for (const RoleHeld& held : person.roles) {
        const bool is_current = day && held.period.contains(*day);
        const bool is_meant = (title.office != none && held.office == title.office) ||
                              (title.role != none && (is_same_role(held.role, title.role) ||
                                                      is_named_after(held.office, title.role)));
        if (title.role != none ? !is_meant : !is_current) continue;
        const bool is_past = day && held.period.to <= *day;
        const bool fits_tenure = title.tenure == Tenure::past ? is_past : is_current;
        int rank = 1;
        if (fits_tenure) rank += 4;
        if (held.office != none) rank += 2;
        // Of two the later: roles stand in the order in which they began.
        if (rank >= best_rank && (is_current || !day || held.period.from <= *day)) {
            best = &held;
            best_rank = rank;
        }
    }
    return best;
}

std::uint32_t Offices::party_of(const Entity& person, Day day) const {
    if (!day) return none;
    const auto current = std::ranges::find_if(
        person.parties, [&](const PartyHeld& held) { return held.period.contains(*day); });
    return current == person.parties.end() ? none : current->party;
}

void Offices::complete_title(Title& title, std::uint32_t person, Day day) const {
    const Entity entity = gazetteer_.entity(person);
    if (const RoleHeld* const held = best_held(entity, title, day)) {
        const bool is_finer = title.role == none || gazetteer_.is_kind_of(held->role, title.role);
        if (is_finer) title.role = held->role;
        if (title.office == none) title.office = held->office;
        // A Canadian may be governor of the Bank of England.
        if (title.country == no_country && held->office != none)
            title.country = facts_.country_of_office(held->office);
        if (title.country == no_country) title.country = country_code(entity.country);
        if (title.country == no_country && facts_.state_of_code(held->place) == none)
            title.country = country_code(held->place);
        const std::uint32_t state = facts_.state_of_code(held->place);
        const bool is_american = entity.country == "US";
        if (title.state == none && is_american && state != none) title.state = state;
    }
    if (title.party == none) title.party = party_of(entity, day);
    if (title.country == no_country) title.country = country_code(entity.country);
}

void Offices::complete_unlisted(Title& title) const {
    if (title.role == none || title.country == no_country) return;
    if (title.office == none && title.tenure == Tenure::present)
        title.office = office_of(title.role, title.country);
    std::string finer = country_letters(title.country) + "-";
    for (char& c : finer)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    finer += gazetteer_.role(title.role).id;
    if (const auto role = gazetteer_.number_of(Table::role, finer)) title.role = *role;
}

bool Offices::has_role(std::uint32_t person, std::uint32_t role, Day day) const {
    return std::ranges::any_of(gazetteer_.entity(person).roles, [&](const RoleHeld& held) {
        return is_same_role(held.role, role) && (!day || held.period.contains(*day));
    });
}

CountryCode Offices::post_of(std::uint32_t person, std::uint32_t role) const {
    for (const RoleHeld& held : gazetteer_.entity(person).roles) {
        const std::size_t slash = held.place.rfind('/');
        if (held.role == role && slash != std::string_view::npos)
            return country_code(held.place.substr(slash + 1));
    }
    return no_country;
}

bool Offices::ever_had_role(std::uint32_t person, std::uint32_t role) const {
    return has_role(person, role, std::nullopt);
}

}  // namespace nutgraf::entities
