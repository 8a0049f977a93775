#pragma once

#include "analyzers/entities/draft.h"
#include "analyzers/entities/offices.h"
#include "analyzers/entities/role_phrases.h"

#include <cstdint>
#include <span>
#include <vector>

namespace nutgraf::entities {

/// Finds whom a surname alone means by the office that its bearer held on the day of the article.
/// Every question answers with a row of the entities, or none: when the article has no date where
/// one is needed, and when more than one fits. Not thread-safe: one per thread.
class SurnameHolders {
public:
    SurnameHolders(const Draft& draft, const Offices& offices)
        : draft_(draft), text_(draft.text), offices_(offices) {}

    /// Whether a name stands as in "the Macron government", "Merkel's cabinet".
    bool leads_government(const Candidate& candidate) const;

    /// Who led a state or a government.
    std::uint32_t leader(const Candidate& candidate);

    /// Who has an office of the country that stands before the name: "China's Xi".
    std::uint32_t of_country(const Candidate& candidate);

    /// Whose role the article names elsewhere: "Xiaoming" where there is an ambassador of China.
    std::uint32_t of_role_elsewhere(const Candidate& candidate,
                                    std::span<const RolePhrase> phrases);

private:
    const Draft& draft_;
    const Reading& text_;
    const Offices& offices_;
    std::vector<Meaning> meanings_;
};

}  // namespace nutgraf::entities
