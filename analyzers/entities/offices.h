#pragma once

#include "analyzers/entities/draft.h"
#include "analyzers/entities/facts.h"
#include "analyzers/entities/gazetteer.h"

#include <chrono>
#include <cstdint>
#include <optional>

namespace nutgraf::entities {

/// Who had which office when. Immutable: may be shared between threads. Borrows both.
class Offices {
public:
    Offices(const Gazetteer& gazetteer, const Facts& facts)
        : gazetteer_(gazetteer), facts_(facts) {}

    using Day = std::optional<std::chrono::sys_days>;

    /// A person who had an office on a day.
    struct Holding {
        std::uint32_t person = none;
        bool is_near_change = false;  ///< Less than two weeks from a change.
    };

    /// The only one who had an office on a day; without a day, who ever had it alone. Empty when
    /// there is none, or more than one.
    std::optional<Holding> holder(std::uint32_t office, Day day) const;

    /// The office of a role in a country; none when there is none, or more than one.
    std::uint32_t office_of(std::uint32_t role, CountryCode country) const;

    /// Says of a person what the gazetteer knows and the text does not: which office a role in the
    /// text is; without one, the office on the day; party, state, country.
    void complete_title(Title& title, std::uint32_t person, Day day) const;

    /// The same for a person the gazetteer does not have: which office and which kind of a role it
    /// is in the country that is known.
    void complete_unlisted(Title& title) const;

    /// Whether a person has or had a role or a kind of it: on the day, or at any time without one.
    bool has_role(std::uint32_t person, std::uint32_t role, Day day) const;

    /// Whether a person had a role at any time.
    bool ever_had_role(std::uint32_t person, std::uint32_t role) const;

    /// Where an envoy is: the country behind the last "/" of "ambassador/CN/GB".
    CountryCode post_of(std::uint32_t person, std::uint32_t role) const;

private:
    bool is_same_role(std::uint32_t held, std::uint32_t role) const;
    bool is_named_after(std::uint32_t office, std::uint32_t role) const;
    const RoleHeld* best_held(const Entity& person, const Title& title, Day day) const;
    std::uint32_t party_of(const Entity& person, Day day) const;

    const Gazetteer& gazetteer_;
    const Facts& facts_;
};

}  // namespace nutgraf::entities
