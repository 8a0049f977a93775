#include "analyzers/entities/speakers.h"

#include "analyzers/entities/any_of.h"
#include "analyzers/entities/east_asian_cues.h"

#include <algorithm>

namespace nutgraf::entities {

namespace {

// How sure a speaker is who stands there as a name, as no name.
constexpr double named_confidence = 0.9;
constexpr double unnamed_confidence = 0.5;

constexpr std::uint32_t longest_behind_verb = 14;

bool is_comma(Marks marks) {
    return marks.has(Mark::comma) || marks.has(Mark::closing) ||
           (marks.has(Mark::dash) && marks.has(Mark::space));
}

}  // namespace

bool SpeakerFinder::is_between(std::uint32_t word) const {
    const std::string_view folded = text_.folded(word);
    const Grammar grammar = text_[word].grammar;
    if (grammar == Grammar::adverb || grammar == Grammar::is || grammar == Grammar::was)
        return true;
    if (is_time(text_, word)) return true;
    if (grammar == Grammar::in && word + 1 < text_.size() && is_time(text_, word + 1)) return true;
    return is_any_of(folded, {"have",   "not",    "never",   "did",    "does",  "do",    "may",
                              "might",  "could",  "should",  "has",    "had",   "only",  "just",
                              "even",   "merely", "too",     "either", "both",  "all",   "hat",
                              "always", "often",  "long",    "also",   "again", "haben", "hatte",
                              "ont",    "avait",  "avaient", "be",     "been"}) ||
           (folded.size() > 4 && folded.ends_with("ly") && !text_[word].is_capitalised()) ||
           // "Elle a déclaré"; in English an article.
           (text_.language() == "fr" && is_any_of(folded, {"a", "s", "est", "se"}));
}

std::optional<Speaker> SpeakerFinder::before(const Cue& cue, std::uint32_t begin) const {
    if (is_east_asian(text_, cue.first)) return east_asian_.before(cue, begin);
    constexpr std::uint32_t most_between = 8;
    std::uint32_t at = cue.first;
    for (std::uint32_t n = 0; at > begin && n < most_between; ++n) {
        if (!is_only_space(text_[at].before) || places_.ending_at(at - 1) != none ||
            !is_between(at - 1))
            break;
        const bool is_passive =
            is_any_of(text_.folded(at - 1), {"is", "are", "was", "were", "be", "been", "being"});
        if (is_passive && !cue.is_participle) return std::nullopt;
        --at;
    }
    if (at == begin) return std::nullopt;
    if (const std::uint32_t name_end = before_brackets(at, begin); name_end != at)
        return subject_ending_at(name_end - 1, begin);
    if (is_comma(text_[at].before)) return across_appositions(at, begin);
    if (!is_only_space(text_[at].before)) return std::nullopt;
    return subject_ending_at(at - 1, begin);
}

std::optional<Speaker> SpeakerFinder::subject_ending_at(std::uint32_t last,
                                                        std::uint32_t begin) const {
    if (auto pronoun = pronoun_at(last)) return pronoun;
    if (is_and(text_, last) || is_preposition(text_, last) ||
        is_any_of(text_.folded(last), {"but", "than", "whoever", "whatever", "whichever"}))
        return std::nullopt;
    if (is_any_of(text_.folded(last), {"who", "which"}) ||
        (text_.folded(last) == "that" && last > begin && places_.ending_at(last - 1) != none))
        return antecedent(last, begin);
    if (places_.ending_at(last) == none)
        return subjects_.by_head(subjects_.begin_of_clause(last, begin), last);
    Speaker speaker = places_.named(places_.ending_at(last), begin);
    std::uint32_t before = speaker.first;
    while (before > begin && is_only_space(text_[before].before) &&
           (text_[before - 1].grammar == Grammar::definite ||
            text_[before - 1].grammar == Grammar::indefinite ||
            text_[before - 1].grammar == Grammar::possessive))
        --before;
    // "critics of Huawei", "the report by the agency"
    const bool is_tied =
        before > begin && is_only_space(text_[before].before) && is_preposition(text_, before - 1);
    if (!is_tied) return subjects_.with_spokesman(speaker, begin);
    return subjects_.by_head(subjects_.begin_of_clause(before - 1, begin), last);
}

std::optional<Speaker> SpeakerFinder::pronoun_at(std::uint32_t word) const {
    const std::string_view folded = text_.folded(word);
    if (is_any_of(folded, {"he", "she", "they", "it", "er", "sie", "il", "elle", "ils", "он", "она",
                           "они"}))
        return Speaker{SpeakerForm::pronoun, word, word, none, named_confidence};
    if (is_any_of(folded, {"i", "we", "you", "ich", "wir", "je", "nous", "я", "мы"}) &&
        !text_[word].has(WordBit::place))
        return Speaker{SpeakerForm::narrator, word, word, none, 0};
    return std::nullopt;
}

/// "Coons, who said": Coons.
std::optional<Speaker> SpeakerFinder::antecedent(std::uint32_t relative,
                                                 std::uint32_t begin) const {
    const std::uint32_t before = relative > 0 ? places_.ending_at(relative - 1) : none;
    if (before == none || text_[relative].sentence != text_[relative - 1].sentence)
        return Speaker{SpeakerForm::unnamed, relative, relative, none, unnamed_confidence};
    // "…," said Coons, who advises: behind one who was read before.
    if (relative == begin) return places_.named(before, places_.mention(before).first_token);
    return subject_ending_at(relative - 1, begin);
}

/// Of the first word behind brackets the first inside them: "Dana Holt (D-OR) said". The word
/// itself where none close before it, or a comma stands there too.
std::uint32_t SpeakerFinder::before_brackets(std::uint32_t at, std::uint32_t begin) const {
    constexpr std::uint32_t longest = 8;
    if (!text_[at].before.has(Mark::closing) || text_[at].before.has(Mark::comma)) return at;
    for (std::uint32_t first = at; first-- > begin + 1 && first + longest >= at;)
        if (text_[first].before.has(Mark::opening)) return first;
    return at;
}

/// Who stands before one or more appositions that end in a comma before the word `at`: "Robert
/// Strayer, the US Deputy Assistant Secretary, said".
std::optional<Speaker> SpeakerFinder::across_appositions(std::uint32_t at,
                                                         std::uint32_t begin) const {
    constexpr int most_appositions = 3;
    const std::uint32_t limit =
        std::max(begin, at > SubjectPhrases::longest ? at - SubjectPhrases::longest : 0);
    std::uint32_t last = at - 1;
    for (int n = 0; n < most_appositions; ++n) {
        std::uint32_t first = last;
        while (first > limit && !is_comma(text_[first].before)) --first;
        const std::uint32_t mention = places_.ending_at(last);
        const bool is_person = mention != none && !places_.mention(mention).is_nominal &&
                               places_.mention(mention).kind != MentionKind::organisation;
        if (is_person &&
            places_.begin_of_title(places_.mention(mention).first_token, first) == first)
            return places_.named(mention, begin);
        if (first <= limit && (first > begin || n == 0)) return std::nullopt;
        if (first <= limit) return subject_ending_at(last, begin);
        last = first - 1;
        if (places_.ending_at(last) != none) return subject_ending_at(last, begin);
    }
    // "All five, however, have denied it."
    const std::uint32_t first = subjects_.begin_of_clause(last, begin);
    return subjects_.by_head(first, last);
}

std::optional<Speaker> SpeakerFinder::after(std::uint32_t at, std::uint32_t end) const {
    end = std::min({end, text_.size(), at + longest_behind_verb});
    if (at >= end) return std::nullopt;
    if (auto pronoun = pronoun_at(at)) return pronoun;
    std::uint32_t found = none;
    std::uint32_t next = at;
    while (next < end) {
        const bool is_end = next > at && (!is_only_space(text_[next].before) ||
                                          text_[next].is_initial || is_preposition(text_, next));
        if (is_end) break;
        const std::uint32_t mention = places_.beginning_at(next);
        if (mention == none) {
            // All German nouns have a capital: what has none is no part of the name's phrase.
            const bool is_behind_phrase =
                text_.language() == "de" && found != none && !text_[next].is_capitalised();
            if (is_behind_phrase) break;
            found = none;  // "a Huawei spokesman" is not Huawei.
            ++next;
            continue;
        }
        found = mention;
        next = std::max(places_.mention(mention).last_token, next) + 1;
        if (places_.mention(mention).kind != MentionKind::organisation) break;
    }
    if (next == at) return std::nullopt;
    if (found == none) {
        // "one of the officials"
        while (next < end && is_only_space(text_[next].before) && !text_[next].is_initial) ++next;
        return subjects_.spoken_for({SpeakerForm::unnamed, at, next - 1, none, unnamed_confidence});
    }
    return Speaker{SpeakerForm::named, at, next - 1, found, named_confidence};
}

}  // namespace nutgraf::entities
