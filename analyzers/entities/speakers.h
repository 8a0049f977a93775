#pragma once

#include "analyzers/entities/analysis.h"
#include "analyzers/entities/cues.h"
#include "analyzers/entities/east_asian_speakers.h"
#include "analyzers/entities/reading.h"
#include "analyzers/entities/speaker_places.h"
#include "analyzers/entities/subject_phrases.h"

#include <cstdint>
#include <optional>
#include <span>

namespace nutgraf::entities {

/// Finds who speaks beside a verb. Every question takes bounded time. Not thread-safe: one per
/// thread.
class SpeakerFinder {
public:
    explicit SpeakerFinder(const Reading& text)
        : text_(text), places_(text), subjects_(text, places_), east_asian_(text, places_) {}

    /// Takes the mentions of the text, which it borrows until the next.
    void begin(std::span<const Mention> mentions) { places_.begin(mentions); }

    /// The subject of a verb that stands behind it, in the words from `begin` on; empty where there
    /// is none. A verb in the passive has none: "was told".
    std::optional<Speaker> before(const Cue& cue, std::uint32_t begin) const;

    /// The speaker whose first word is `at`, as "said the ambassador" has it; none of its words is
    /// `end` or behind it.
    std::optional<Speaker> after(std::uint32_t at, std::uint32_t end) const;

    /// What speaks in Chinese and Japanese.
    const EastAsianSpeakers& east_asian() const { return east_asian_; }

    /// As SpeakerPlaces has it.
    std::uint32_t ending_at(std::uint32_t word) const { return places_.ending_at(word); }
    std::uint32_t beginning_at(std::uint32_t word) const { return places_.beginning_at(word); }
    const Mention& mention(std::uint32_t number) const { return places_.mention(number); }

    /// As SubjectPhrases has it.
    bool is_writing(std::uint32_t word) const { return subjects_.is_writing(word); }

    /// Whether a word stands between a subject and its verb: "also", "has", "on Monday".
    bool is_between(std::uint32_t word) const;

private:
    std::optional<Speaker> subject_ending_at(std::uint32_t last, std::uint32_t begin) const;
    std::optional<Speaker> pronoun_at(std::uint32_t word) const;
    std::optional<Speaker> antecedent(std::uint32_t relative, std::uint32_t begin) const;
    std::uint32_t before_brackets(std::uint32_t at, std::uint32_t begin) const;
    std::optional<Speaker> across_appositions(std::uint32_t at, std::uint32_t begin) const;

    const Reading& text_;
    SpeakerPlaces places_;
    SubjectPhrases subjects_;
    EastAsianSpeakers east_asian_;
};

}  // namespace nutgraf::entities
