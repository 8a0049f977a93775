#pragma once

#include "analyzers/entities/article_memory.h"
#include "analyzers/entities/countries.h"
#include "analyzers/entities/definitions.h"
#include "analyzers/entities/draft.h"
#include "analyzers/entities/linking.h"

#include <span>

namespace nutgraf::entities {

/// Judges the names that stand for themselves: those the gazetteer lists, those of several words,
/// those with a title or a definition. Fills the memory for those that do not. Not thread-safe: one
/// per thread.
class NameJudge {
public:
    NameJudge(Draft& draft, Linker& linker, CountryVotes& votes, ArticleMemory& memory)
        : draft_(draft), text_(draft.text), linker_(linker), votes_(votes), memory_(memory) {}

    /// Judges, in order: what is certain, what is certain but of several, what nobody lists.
    void judge(std::span<const Definition> definitions);

private:
    enum class Listing : std::uint8_t { of_one, of_several };

    void judge_listed(Listing listing);
    void judge_unlisted();
    void decide_listed(Candidate& candidate);
    void decide_unlisted(Candidate& candidate);
    void note_last_words();
    void define(std::span<const Definition> definitions);
    void redefine();
    void unlink_generic();
    bool is_generic(const Candidate& candidate) const;
    void accept(std::uint32_t index);

    Draft& draft_;
    const Reading& text_;
    Linker& linker_;
    CountryVotes& votes_;
    ArticleMemory& memory_;
    StampedMap single_words_;
    StampedMap defined_;  // Clusters by acronym.
};

/// Moves the beginning of an organisation's name before the country it is of: "US Senate".
void widen_to_country(const Draft& draft, Candidate& candidate);

}  // namespace nutgraf::entities
