#pragma once

#include "analyzers/entities/analysis.h"
#include "analyzers/entities/reading.h"

#include <cstdint>
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

/// Knows which mention begins or ends at a word of a text. Every question takes bounded time. Not
/// thread-safe: one per thread.
class SpeakerPlaces {
public:
    explicit SpeakerPlaces(const Reading& text) : text_(text) {}

    /// Takes the mentions of the text, which it borrows until the next.
    void begin(std::span<const Mention> mentions);

    /// The mention that ends, or begins, at a word; none where there is none. Of several a
    /// person, or else the longest.
    std::uint32_t ending_at(std::uint32_t word) const { return ending_at_[word]; }
    std::uint32_t beginning_at(std::uint32_t word) const { return beginning_at_[word]; }

    const Mention& mention(std::uint32_t number) const { return mentions_[number]; }

    /// The first word of the titles and honorifics before a name, at `begin` or behind it.
    std::uint32_t begin_of_title(std::uint32_t first, std::uint32_t begin) const;

    /// A mention as a speaker, with the titles before it from `begin` on.
    Speaker named(std::uint32_t mention, std::uint32_t begin) const;

private:
    bool is_better(std::uint32_t mention, std::uint32_t other) const;

    const Reading& text_;
    std::span<const Mention> mentions_;
    std::vector<std::uint32_t> ending_at_;     // By word.
    std::vector<std::uint32_t> beginning_at_;  // By word.
};

/// Whether no more than a space or the end of a line stands between two words.
inline bool is_only_space(Marks marks) {
    return marks.has_only(Marks(Mark::space, Mark::line_end));
}

}  // namespace nutgraf::entities
