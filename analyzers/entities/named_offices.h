#pragma once

#include "analyzers/entities/draft.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

namespace nutgraf::entities {

/// The offices that the words of a role may stand for: "prime minister" is one of many.
struct NamedOffices {
    std::uint32_t count = 0;
    std::uint32_t last = none;        ///< Row of the offices; none where there is none.
    std::uint32_t of_country = none;  ///< The last one of a country.
};

/// Counts such offices, and remembers what it counted last: an article says "the prime minister"
/// again and again. Borrows the draft. Not thread-safe: one per thread.
class OfficeCounter {
public:
    explicit OfficeCounter(const Draft& draft) : draft_(draft) {}

    /// Must be called for each article.
    void begin();

    /// Of the words of a match those of one country, or of any; valid until the next question.
    const NamedOffices& count(const Match& match, CountryCode country);

private:
    struct Slot {
        const Sense* senses = nullptr;
        CountryCode country = no_country;
        NamedOffices offices;
    };
    static constexpr std::size_t slot_count = 256;  // A power of two.

    NamedOffices counted(const Match& match, CountryCode country) const;

    const Draft& draft_;
    std::array<Slot, slot_count> slots_;
    std::string language_;  // Of the articles that they were counted for.
};

}  // namespace nutgraf::entities
