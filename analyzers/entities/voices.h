#pragma once

#include "analyzers/entities/paragraphs.h"
#include "analyzers/entities/speakers.h"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace nutgraf::entities {

/// Remembers who spoke and who was spoken of, to tell who "he" is. The text is passed once from
/// its begin to its end. Every question takes constant time. Not thread-safe: one per thread.
class Voices {
public:
    Voices(const Reading& text, const SpeakerFinder& speakers) : text_(text), speakers_(speakers) {}

    /// Takes the mentions and the paragraphs of the text, which it borrows until the next.
    void begin(std::span<const Mention> mentions, std::span<const Paragraph> paragraphs);

    /// Notes whom the words before `word`, of a paragraph, speak of.
    void pass(std::uint32_t word, std::uint32_t paragraph);

    /// Finds out who a pronoun or a writing stands for, as far as the text before it, or else
    /// behind it, tells. Leaves other speakers as they are.
    void resolve(Speaker& speaker, std::uint32_t paragraph) const;

    /// Notes that somebody spoke in a paragraph.
    void spoke(const Speaker& speaker, std::uint32_t paragraph);

    /// Who spoke last; none where nobody did.
    std::uint32_t last_speaker() const { return last_speaker_; }

    /// Whom the sentence that is being passed speaks of first; none where of nobody.
    std::uint32_t subject() const { return sentence_subject_; }

private:
    enum class Group : std::uint8_t { female, male, unknown, organisation };
    static constexpr std::size_t groups = 4;

    /// A mention and where it was last spoken of.
    struct Place {
        std::uint32_t mention = none;
        std::uint32_t paragraph = 0;  // Counted over those of running text.
    };
    using Places = std::array<Place, groups>;

    Group group_of(std::uint32_t mention) const;
    void note_sexes();
    void note_first();
    Place latest(const Places& places, std::span<const Group> wanted) const;
    bool are_unnamed(const Place& place, std::uint32_t pronoun) const;
    bool is_subject(std::uint32_t word) const;
    void enter_sentence_of(std::uint32_t word);
    bool begins_with_unnamed_body(std::uint32_t word) const;
    void note_subject(std::uint32_t mention, std::uint32_t paragraph);

    const Reading& text_;
    const SpeakerFinder& speakers_;
    std::span<const Mention> mentions_;
    std::span<const Paragraph> paragraphs_;
    std::vector<std::uint32_t> order_;  // Of paragraphs among those of running text.
    std::unordered_map<std::string_view, Group> sexes_;  // By id.
    Places speakers_of_;
    Places subjects_;
    std::array<std::uint32_t, groups> first_{};
    std::uint32_t passed_ = 0;  // Mentions.
    std::uint32_t sentence_ = none;
    std::uint32_t sentence_subject_ = none;
    std::uint32_t last_speaker_ = none;
    std::uint32_t last_unnamed_ = none;  // The last word of several who spoke: "officials".
};

}  // namespace nutgraf::entities
