#pragma once

#include "analyzers/entities/cues.h"
#include "analyzers/entities/quotations.h"
#include "analyzers/entities/reading.h"
#include "analyzers/entities/speaker_places.h"

#include <cstdint>
#include <optional>

namespace nutgraf::entities {

/// Finds who speaks in Chinese and Japanese, where nothing but a comma tells a subject from what
/// else stands before its verb. Borrows what it is made from. Every question takes bounded time.
/// Not thread-safe: one per thread.
class EastAsianSpeakers {
public:
    EastAsianSpeakers(const Reading& text, const SpeakerPlaces& places)
        : text_(text), places_(places) {}

    /// The subject of a verb: the first person of its clause, or else the first organisation, in
    /// the words from `begin` on. Empty where nothing stands before the verb there.
    std::optional<Speaker> before(const Cue& cue, std::uint32_t begin) const;

    /// The first person, or else the first organisation, of some words, `end` not included; empty
    /// where there is none.
    std::optional<Speaker> in(std::uint32_t begin, std::uint32_t end) const;

    /// The verb by which a quotation is told of that stands before the word `at`, none of its
    /// words at `end` or behind it: "“…”耿爽说", "「…」と述べた". Empty where there is none.
    std::optional<Cue> verb_behind(std::uint32_t at, std::uint32_t end) const;

private:
    const Reading& text_;
    const SpeakerPlaces& places_;
};

}  // namespace nutgraf::entities
