#pragma once

#include "analyzers/entities/reading.h"
#include "analyzers/entities/speaker_places.h"

#include <cstdint>
#include <optional>

namespace nutgraf::entities {

/// Finds the speaker in a subject that is more than a name. Borrows what it is made from. Every
/// question takes bounded time. Not thread-safe: one per thread.
class SubjectPhrases {
public:
    static constexpr std::uint32_t longest = 40;  ///< Words of a subject.

    SubjectPhrases(const Reading& text, const SpeakerPlaces& places)
        : text_(text), places_(places) {}

    /// Where the clause begins that a word is in, at `begin` or behind it.
    std::uint32_t begin_of_clause(std::uint32_t last, std::uint32_t begin) const;

    /// The speaker by the first noun of a phrase: "critics of Huawei" are critics, "the report by
    /// the agency" is the agency's. Both words included.
    std::optional<Speaker> by_head(std::uint32_t first, std::uint32_t last) const;

    /// An unnamed speaker, with the organisation whose spokesman it is: "a Huawei spokesman".
    Speaker spoken_for(Speaker unnamed) const;

    /// The same where the name comes last: "un porte-parole de Huawei", the words from `begin` on.
    Speaker with_spokesman(Speaker named, std::uint32_t begin) const;

    /// Whether a word is what bodies speak through: "statement".
    bool is_writing(std::uint32_t word) const;

private:
    std::uint32_t begin_of_subject(std::uint32_t begin, std::uint32_t last) const;
    std::optional<Speaker> writer(Speaker writing, std::uint32_t head, std::uint32_t last) const;

    const Reading& text_;
    const SpeakerPlaces& places_;
};

/// Whether a word tells a time: "Monday", "yesterday", "2019".
bool is_time(const Reading& text, std::uint32_t word);

}  // namespace nutgraf::entities
