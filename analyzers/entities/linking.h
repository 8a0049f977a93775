#pragma once

#include "analyzers/entities/article_memory.h"
#include "analyzers/entities/countries.h"
#include "analyzers/entities/draft.h"
#include "analyzers/entities/offices.h"

#include <cstdint>
#include <vector>

namespace nutgraf::entities {

/// Chooses whom of the gazetteer a name means. Not thread-safe: one per thread.
class Linker {
public:
    Linker(Draft& draft, const Offices& offices, const CountryVotes& votes,
           const ArticleMemory& memory)
        : draft_(draft), text_(draft.text), offices_(offices), votes_(votes), memory_(memory) {}

    /// The entity that a match means where a candidate stands, of some uses; none when there is
    /// none, or when nothing speaks for one of several.
    std::uint32_t entity_of(const Candidate& candidate, Uses uses);

    /// Whether a match could mean only one entity, of some uses.
    bool is_unambiguous(const Match& match, Uses uses);

    /// The person whose surname a candidate is, by the title before it: "Senator Coons". None when
    /// nothing, or nobody alone, fits.
    std::uint32_t person_by_title(const Candidate& candidate);

    /// The person of a fuller name than the gazetteer lists: "Donald J. Trump". None when there is
    /// none.
    std::uint32_t person_by_ends(const Candidate& candidate);

    /// Whether an entity is a public body or a party of a country that the article speaks of where
    /// a candidate stands.
    bool is_of_country_here(const Candidate& candidate, std::uint32_t entity) const;

    /// Whether it is one of those bodies that every country has, of a country that the article
    /// never speaks of, though it does of others.
    bool is_of_country_elsewhere(std::uint32_t entity) const;

private:
    bool is_public(std::uint32_t entity) const;
    bool is_behind_country(const Candidate& candidate, CountryCode country) const;
    double weight(const Candidate& candidate, const Meaning& meaning) const;
    double title_weight(const Title& title, std::uint32_t person) const;

    Draft& draft_;
    const Reading& text_;
    const Offices& offices_;
    const CountryVotes& votes_;
    const ArticleMemory& memory_;
    std::vector<Meaning> meanings_;
    std::vector<NameMatch> found_;
};

}  // namespace nutgraf::entities
