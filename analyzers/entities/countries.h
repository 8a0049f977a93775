#pragma once

#include "analyzers/entities/draft.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace nutgraf::entities {

/// The country that spells a word so, "defence" or "defense"; `no_country` for most.
CountryCode country_of_spelling(std::string_view folded);

/// Which countries an article is about, and where in it: what "the foreign ministry" and "the
/// Cabinet" are understood by. Not thread-safe: one per thread.
class CountryVotes {
public:
    /// Forgets all votes.
    void clear();

    /// Lets every place, adjective and telling spelling of an article vote.
    void collect(const Draft& draft);

    /// A vote of so much at a word, in any order.
    void add(std::uint32_t word, CountryCode country, double weight);

    /// Puts the votes in order; to be called between `add` and `weight_at`.
    void settle();

    /// Notes that a place or a person of a country is named. `collect` does for places.
    void note_named(CountryCode country);

    /// Whether a place or a person of a country, or of any, is named.
    bool is_named(CountryCode country) const { return named_[country]; }
    bool names_any() const { return names_any_; }

    /// How much speaks for a country at a word: votes of the same sentence count most, then those
    /// nearby, then those of the whole article. Constant time.
    double weight_at(const Reading& text, std::uint32_t word, CountryCode country) const;

private:
    struct Vote {
        std::uint32_t word = 0;
        CountryCode country = no_country;
        double weight = 0;
    };

    std::vector<Vote> votes_;
    std::array<double, country_codes> totals_{};
    double total_ = 0;
    std::array<bool, country_codes> named_{};
    bool names_any_ = false;
    std::vector<Meaning> meanings_;
};

}  // namespace nutgraf::entities
