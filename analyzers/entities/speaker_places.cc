#include "analyzers/entities/speaker_places.h"

#include <algorithm>

namespace nutgraf::entities {

void SpeakerPlaces::begin(std::span<const Mention> mentions) {
    mentions_ = mentions;
    ending_at_.assign(text_.size(), none);
    beginning_at_.assign(text_.size(), none);
    for (std::uint32_t i = 0; i < mentions.size(); ++i) {
        std::uint32_t& begin = beginning_at_[mentions[i].first_token];
        std::uint32_t& end = ending_at_[mentions[i].last_token];
        if (is_better(i, begin)) begin = i;
        if (is_better(i, end)) end = i;
    }
}

bool SpeakerPlaces::is_better(std::uint32_t mention, std::uint32_t other) const {
    if (other == none) return true;
    const Mention& a = mentions_[mention];
    const Mention& b = mentions_[other];
    const bool is_person = a.kind != MentionKind::organisation;
    if (is_person != (b.kind != MentionKind::organisation)) return is_person;
    return a.end - a.begin > b.end - b.begin;
}

std::uint32_t SpeakerPlaces::begin_of_title(std::uint32_t first, std::uint32_t begin) const {
    constexpr std::uint32_t longest_title = 10;
    const std::uint32_t limit = std::max(begin, first > longest_title ? first - longest_title : 0);
    while (first > limit && is_only_space(text_[first].before)) {
        const Word& word = text_[first - 1];
        const bool is_title = word.has(WordBit::role) || word.has(WordBit::honorific) ||
                              word.has(WordBit::modifier) || word.has(WordBit::policy) ||
                              word.has(WordBit::demonym) || word.has(WordBit::place) ||
                              (word.is_capitalised() && !word.is_initial);
        if (!is_title || word.has(WordBit::say_verb)) break;
        --first;
    }
    return first;
}

Speaker SpeakerPlaces::named(std::uint32_t mention, std::uint32_t begin) const {
    constexpr double sure = 0.9;
    const Mention& found = mentions_[mention];
    return {SpeakerForm::named, begin_of_title(found.first_token, begin), found.last_token, mention,
            sure};
}

}  // namespace nutgraf::entities
