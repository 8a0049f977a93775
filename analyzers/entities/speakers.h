#pragma once

#include "analyzers/entities/analysis.h"
#include "analyzers/entities/cues.h"
#include "analyzers/entities/reading.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace nutgraf::entities {

/// What a speaker stands there as.
enum class SpeakerForm : std::uint8_t {
    named,     ///< A mention, of a name or a role.
    pronoun,   ///< "he": somebody named elsewhere.
    writing,   ///< "a statement": whoever wrote it.
    unnamed,   ///< "officials", "Washington": nobody in particular.
    narrator,  ///< "I", "we": no report.
};

/// Who says something, as the text has it.
struct Speaker {
    SpeakerForm form = SpeakerForm::unnamed;
    std::uint32_t first = 0;  ///< Words, both included.
    std::uint32_t last = 0;
    std::uint32_t mention = none;  ///< Which of the mentions; none until a pronoun is resolved.
    double confidence = 0;
};

/// Finds who speaks beside a verb. Every question takes bounded time. Not thread-safe: one per
/// thread.
class SpeakerFinder {
public:
    explicit SpeakerFinder(const Reading& text) : text_(text) {}

    /// Takes the mentions of the text, which it borrows until the next.
    void begin(std::span<const Mention> mentions);

    /// The subject of a verb that stands behind it, in the words from `begin` on; empty where there
    /// is none. A verb in the passive has none: "was told".
    std::optional<Speaker> before(const Cue& cue, std::uint32_t begin) const;

    /// The speaker whose first word is `at`, as "said the ambassador" has it; none of its words is
    /// `end` or behind it.
    std::optional<Speaker> after(std::uint32_t at, std::uint32_t end) const;

    /// The mention that ends, or begins, at a word; none where there is none. Of several a
    /// person, or else the longest.
    std::uint32_t ending_at(std::uint32_t word) const { return ending_at_[word]; }
    std::uint32_t beginning_at(std::uint32_t word) const { return beginning_at_[word]; }

    const Mention& mention(std::uint32_t number) const { return mentions_[number]; }

    /// Whether a word stands between a subject and its verb: "also", "has", "on Monday".
    bool is_between(std::uint32_t word) const;

private:
    bool is_better(std::uint32_t mention, std::uint32_t other) const;
    std::uint32_t begin_of_title(std::uint32_t first, std::uint32_t begin) const;
    Speaker named(std::uint32_t mention, std::uint32_t begin) const;
    std::optional<Speaker> subject_ending_at(std::uint32_t last, std::uint32_t begin) const;
    std::optional<Speaker> pronoun_at(std::uint32_t word) const;
    std::optional<Speaker> antecedent(std::uint32_t relative, std::uint32_t begin) const;
    std::optional<Speaker> across_appositions(std::uint32_t at, std::uint32_t begin) const;
    std::uint32_t begin_of_clause(std::uint32_t last, std::uint32_t begin) const;
    std::uint32_t begin_of_subject(std::uint32_t begin, std::uint32_t last) const;
    std::optional<Speaker> by_head(std::uint32_t first, std::uint32_t last) const;
    std::optional<Speaker> writer(Speaker writing, std::uint32_t head, std::uint32_t last) const;
    bool is_writing(std::uint32_t word) const;
    bool is_time(std::uint32_t word) const;

    const Reading& text_;
    std::span<const Mention> mentions_;
    std::vector<std::uint32_t> ending_at_;     // By word.
    std::vector<std::uint32_t> beginning_at_;  // By word.
};

}  // namespace nutgraf::entities
