#pragma once

#include "analyzers/entities/countries.h"
#include "analyzers/entities/draft.h"
#include "analyzers/entities/offices.h"
#include "analyzers/entities/role_phrases.h"

#include <cstdint>
#include <span>
#include <vector>

namespace nutgraf::entities {

/// Finds who is meant where only a role stands: "the PM", "the Chinese ambassador", "a member of
/// the US Senate Committee on Foreign Relations". Not thread-safe: one per thread.
class OfficialAnalyzer {
public:
    OfficialAnalyzer(Draft& draft, const Offices& offices, const CountryVotes& votes)
        : draft_(draft), text_(draft.text), offices_(offices), votes_(votes) {}

    /// Adds a nominal candidate for each role phrase that stands for one person; completes the
    /// titles of all persons from the gazetteer.
    void analyse(std::span<const RolePhrase> phrases);

private:
    /// Whom a role phrase stands for, and how sure that is.
    struct Finding {
        std::uint32_t person = none;   // Row of the entities.
        std::uint32_t cluster = none;  // Of the draft.
        double score = 0;
    };

    void note_titles();
    void collect_persons();
    bool may_stand_alone(const RolePhrase& phrase) const;
    Finding named_in_article(const RolePhrase& phrase) const;
    Finding holder_in_article(const RolePhrase& phrase) const;
    Finding holder_at_date(const RolePhrase& phrase) const;
    std::uint32_t office_meant(const RolePhrase& phrase) const;
    Finding holder_without_office(const RolePhrase& phrase) const;
    bool has_title(const Cluster& person, const RolePhrase& phrase) const;
    void add(const RolePhrase& phrase, const Finding& finding);
    void find_members();
    std::uint32_t legislator_behind(std::uint32_t body) const;

    Draft& draft_;
    const Reading& text_;
    const Offices& offices_;
    const CountryVotes& votes_;
    std::vector<std::uint32_t> persons_;  // Candidates, in the order of the text.
};

}  // namespace nutgraf::entities
