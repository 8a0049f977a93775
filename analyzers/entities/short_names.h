#pragma once

#include "analyzers/entities/article_memory.h"
#include "analyzers/entities/draft.h"
#include "analyzers/entities/linking.h"
#include "analyzers/entities/role_phrases.h"
#include "analyzers/entities/surname_holders.h"

#include <cstdint>
#include <span>
#include <vector>

namespace nutgraf::entities {

/// Judges the names that need the rest of the article: surnames, given names, names that are also
/// words, short forms of organisations; first in the body, then in the headline and in lines whose
/// capitals say nothing. Not thread-safe: one per thread.
class ShortNameJudge {
public:
    ShortNameJudge(Draft& draft, const Offices& offices, Linker& linker, ArticleMemory& memory)
        : draft_(draft),
          text_(draft.text),
          offices_(offices),
          linker_(linker),
          memory_(memory),
          holders_(draft, offices) {}

    /// `title_bytes`: how much of the text is the headline.
    void judge(std::span<const RolePhrase> phrases, std::size_t title_bytes);

private:
    /// Whom a candidate could stand for.
    struct Reference {
        std::uint32_t cluster = none;
        std::uint32_t entity = none;
    };

    void judge_named_later();
    void judge_candidate(std::uint32_t index);
    Reference person_of(Candidate& candidate);
    Reference organisation_of(Candidate& candidate);
    std::uint32_t surname_cluster(const Candidate& candidate) const;
    double fit(const Cluster& cluster, const Candidate& candidate) const;
    Sex sex_of(const Cluster& cluster) const;
    void decide(std::uint32_t index, Reference person, Reference organisation);
    void search_weak_lines();
    bool add_remembered(std::uint32_t at);

    Draft& draft_;
    const Reading& text_;
    const Offices& offices_;
    Linker& linker_;
    ArticleMemory& memory_;
    SurnameHolders holders_;
    std::span<const RolePhrase> phrases_;
    std::vector<Meaning> meanings_;
};

}  // namespace nutgraf::entities
