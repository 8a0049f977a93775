#include "analyzers/entities/east_asian_speakers.h"

#include "analyzers/entities/east_asian_cues.h"

#include <algorithm>

namespace nutgraf::entities {

namespace {

constexpr std::uint32_t longest_clause = 40;  // Characters.
constexpr double sure_of_clause = 0.8;
constexpr double unsure_of_clause = 0.5;

bool begins_clause(Marks before) {
    return before.has_any(
        Marks(Mark::comma, Mark::stop, Mark::semicolon, Mark::colon, Mark::quote, Mark::line_end));
}

bool is_carried_on(std::string_view word) {
    return word == "并" || word == "並" || word == "还" || word == "還" || word == "也";
}

}  // namespace

std::optional<Speaker> EastAsianSpeakers::in(std::uint32_t begin, std::uint32_t end) const {
    std::uint32_t body = none;
    for (std::uint32_t at = begin; at < end; ++at) {
        const std::uint32_t mention = places_.beginning_at(at);
        if (mention == none) continue;
        const Mention& found = places_.mention(mention);
        if (found.last_token >= end) continue;
        if (found.kind != MentionKind::organisation)
            return Speaker{SpeakerForm::named, found.first_token, found.last_token, mention,
                           sure_of_clause};
        // "华为的竞争对手": somebody else.
        const std::uint32_t next = found.last_token + 1;
        const bool is_owner = next < end && text_.written(next) == "的";
        if (body == none && !is_owner) body = mention;
    }
    if (body == none) return std::nullopt;
    const Mention& found = places_.mention(body);
    return Speaker{SpeakerForm::named, found.first_token, found.last_token, body, sure_of_clause};
}

std::optional<Speaker> EastAsianSpeakers::before(const Cue& cue, std::uint32_t begin) const {
    std::uint32_t first = cue.first;
    const std::uint32_t limit =
        std::max(begin, cue.first > longest_clause ? cue.first - longest_clause : 0);
    const bool is_sentence_wide = text_.language() == "ja";
    while (first > limit && (is_sentence_wide || !begins_clause(text_[first].before)) &&
           text_[first].sentence == text_[first - 1].sentence)
        --first;
    if (first == cue.first || is_carried_on(text_.written(first))) return std::nullopt;
    if (auto named = in(first, cue.first)) return named;
    const std::string_view word = text_.written(first);
    if (word == "他" || word == "她" || word == "它" || word == "彼")
        return Speaker{SpeakerForm::pronoun, first, first, none, unsure_of_clause};
    return Speaker{SpeakerForm::unnamed, first, cue.first - 1, none, unsure_of_clause};
}

std::optional<Cue> EastAsianSpeakers::verb_behind(std::uint32_t at, std::uint32_t end) const {
    if (auto particle = quoting_particle_at(text_, at)) return particle;
    const bool is_japanese = text_.language() == "ja";
    if (is_japanese && text_.written(at) != "と") return std::nullopt;
    end = std::min(end, at + longest_clause);
    for (std::uint32_t next = at; next < end; ++next) {
        if (next > at && begins_clause(text_[next].before) && !is_japanese) break;
        if (next > at && text_[next].sentence != text_[at].sentence) break;
        if (auto verb = east_asian_verb_at(text_, next)) return verb;
    }
    return std::nullopt;
}

}  // namespace nutgraf::entities
