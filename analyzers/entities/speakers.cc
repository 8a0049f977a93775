#include "analyzers/entities/speakers.h"

#include <algorithm>

namespace nutgraf::entities {

namespace {

// How sure a speaker is who stands there as a name, as the head of a longer phrase, as no name.
constexpr double named_confidence = 0.9;
constexpr double head_confidence = 0.8;
constexpr double unnamed_confidence = 0.5;

constexpr std::uint32_t longest_subject = 40;  // Words.
constexpr std::uint32_t longest_behind_verb = 14;

bool is_any(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::ranges::find(words, word) != words.end();
}

bool is_comma(Marks marks) {
    return marks.has(Mark::comma) || marks.has(Mark::closing) ||
           (marks.has(Mark::dash) && marks.has(Mark::space));
}

bool is_only_space(Marks marks) {
    return marks.has_only(Marks(Mark::space, Mark::line_end));
}

}  // namespace

void SpeakerFinder::begin(std::span<const Mention> mentions) {
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

bool SpeakerFinder::is_better(std::uint32_t mention, std::uint32_t other) const {
    if (other == none) return true;
    const Mention& a = mentions_[mention];
    const Mention& b = mentions_[other];
    const bool is_person = a.kind != MentionKind::organisation;
    if (is_person != (b.kind != MentionKind::organisation)) return is_person;
    return a.end - a.begin > b.end - b.begin;
}

bool SpeakerFinder::is_time(std::uint32_t word) const {
    return text_[word].has(WordBit::weekday) || text_[word].has(WordBit::month) ||
           text_[word].shape == Shape::number ||
           is_any(text_.folded(word),
                  {"yesterday", "today", "tonight", "week", "month", "year", "morning", "afternoon",
                   "evening", "night", "last", "late", "early", "ago"});
}

bool SpeakerFinder::is_between(std::uint32_t word) const {
    const std::string_view folded = text_.folded(word);
    const Grammar grammar = text_[word].grammar;
    if (grammar == Grammar::adverb || grammar == Grammar::is || grammar == Grammar::was)
        return true;
    if (is_time(word)) return true;
    if (grammar == Grammar::in && word + 1 < text_.size() && is_time(word + 1)) return true;
    return is_any(folded, {"have",  "not",    "never",   "did", "does", "do",   "may",   "might",
                           "could", "should", "has",     "had", "only", "just", "even",  "merely",
                           "too",   "either", "both",    "all", "a",    "hat",  "haben", "hatte",
                           "ont",   "avait",  "avaient", "be",  "been"}) ||
           (folded.size() > 4 && folded.ends_with("ly") && !text_[word].is_capitalised());
}

std::optional<Speaker> SpeakerFinder::before(const Cue& cue, std::uint32_t begin) const {
    constexpr std::uint32_t most_between = 8;
    std::uint32_t at = cue.first;
    for (std::uint32_t n = 0; at > begin && n < most_between; ++n) {
        if (!is_only_space(text_[at].before) || ending_at_[at - 1] != none || !is_between(at - 1))
            break;
        const bool is_passive =
            is_any(text_.folded(at - 1), {"is", "are", "was", "were", "be", "been", "being"});
        if (is_passive && !cue.is_participle) return std::nullopt;
        --at;
    }
    if (at == begin) return std::nullopt;
    if (is_comma(text_[at].before)) return across_appositions(at, begin);
    if (!is_only_space(text_[at].before)) return std::nullopt;
    return subject_ending_at(at - 1, begin);
}

/// The first word of the titles and honorifics before a name.
std::uint32_t SpeakerFinder::begin_of_title(std::uint32_t first, std::uint32_t begin) const {
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

Speaker SpeakerFinder::named(std::uint32_t mention, std::uint32_t begin) const {
    const Mention& found = mentions_[mention];
    return {SpeakerForm::named, begin_of_title(found.first_token, begin), found.last_token, mention,
            named_confidence};
}

std::optional<Speaker> SpeakerFinder::subject_ending_at(std::uint32_t last,
                                                        std::uint32_t begin) const {
    if (auto pronoun = pronoun_at(last)) return pronoun;
    if (text_[last].grammar == Grammar::conjunction || is_preposition(text_, last) ||
        text_.folded(last) == "but")
        return std::nullopt;
    if (is_any(text_.folded(last), {"who", "which"}) ||
        (text_.folded(last) == "that" && last > begin && ending_at_[last - 1] != none))
        return antecedent(last, begin);
    if (ending_at_[last] == none) return by_head(begin_of_clause(last, begin), last);
    Speaker speaker = named(ending_at_[last], begin);
    std::uint32_t before = speaker.first;
    while (before > begin && is_only_space(text_[before].before) &&
           (text_[before - 1].grammar == Grammar::definite ||
            text_[before - 1].grammar == Grammar::indefinite ||
            text_[before - 1].grammar == Grammar::possessive))
        --before;
    // "critics of Huawei", "the report by the agency"
    const bool is_tied =
        before > begin && is_only_space(text_[before].before) && is_preposition(text_, before - 1);
    if (!is_tied) return speaker;
    return by_head(begin_of_clause(before - 1, begin), last);
}

std::optional<Speaker> SpeakerFinder::pronoun_at(std::uint32_t word) const {
    const std::string_view folded = text_.folded(word);
    if (is_any(folded,
               {"he", "she", "they", "it", "er", "sie", "il", "elle", "ils", "он", "она", "они"}))
        return Speaker{SpeakerForm::pronoun, word, word, none, named_confidence};
    if (is_any(folded, {"i", "we", "you", "ich", "wir", "je", "nous", "я", "мы"}) &&
        !text_[word].has(WordBit::place))
        return Speaker{SpeakerForm::narrator, word, word, none, 0};
    return std::nullopt;
}

/// "Coons, who said": Coons.
std::optional<Speaker> SpeakerFinder::antecedent(std::uint32_t relative,
                                                 std::uint32_t begin) const {
    if (relative == begin || ending_at_[relative - 1] == none)
        return Speaker{SpeakerForm::unnamed, relative, relative, none, unnamed_confidence};
    return subject_ending_at(relative - 1, begin);
}

/// Who stands before one or more appositions that end in a comma before the word `at`: "Robert
/// Strayer, the US Deputy Assistant Secretary, said".
std::optional<Speaker> SpeakerFinder::across_appositions(std::uint32_t at,
                                                         std::uint32_t begin) const {
    constexpr int most_appositions = 3;
    const std::uint32_t limit = std::max(begin, at > longest_subject ? at - longest_subject : 0);
    std::uint32_t last = at - 1;
    for (int n = 0; n < most_appositions; ++n) {
        std::uint32_t first = last;
        while (first > limit && !is_comma(text_[first].before)) --first;
        const std::uint32_t mention = ending_at_[last];
        const bool is_person = mention != none && !mentions_[mention].is_nominal &&
                               mentions_[mention].kind != MentionKind::organisation;
        if (is_person && begin_of_title(mentions_[mention].first_token, first) == first)
            return named(mention, begin);
        if (first <= limit && (first > begin || n == 0)) return std::nullopt;
        if (first <= limit) return subject_ending_at(last, begin);
        last = first - 1;
        if (ending_at_[last] != none) return subject_ending_at(last, begin);
    }
    // "All five, however, have denied it."
    const std::uint32_t first = begin_of_clause(last, begin);
    return by_head(first, last);
}

/// Where the clause begins that a word is in, at `begin` or behind it.
std::uint32_t SpeakerFinder::begin_of_clause(std::uint32_t last, std::uint32_t begin) const {
    const std::uint32_t limit =
        std::max(begin, last > longest_subject ? last - longest_subject : 0);
    for (std::uint32_t at = last; at > limit; --at) {
        if (text_[at].before.has_any(Marks(Mark::comma, Mark::semicolon, Mark::colon))) return at;
        if (is_any(text_.folded(at - 1), {"that", "which", "after", "because", "while", "although",
                                          "as", "when", "where", "if", "but", "since", "whereas"}))
            return at;
    }
    return limit;
}

/// Leaves out what stands before a subject: "But", "In August,", "Speaking on Monday,".
std::uint32_t SpeakerFinder::begin_of_subject(std::uint32_t begin, std::uint32_t last) const {
    constexpr int most_phrases = 3;
    for (int n = 0; n < most_phrases; ++n) {
        while (begin < last && (text_[begin].grammar == Grammar::conjunction || is_time(begin) ||
                                text_.folded(begin) == "but" || text_.folded(begin) == "however"))
            ++begin;
        std::uint32_t comma = begin + 1;
        while (comma <= last && !text_[comma].before.has(Mark::comma)) ++comma;
        const std::string_view word = text_.folded(begin);
        const bool is_lead =
            is_preposition(text_, begin) || text_[begin].grammar == Grammar::time ||
            text_[begin].grammar == Grammar::as || word.ends_with("ing") || word.ends_with("ed");
        if (comma > last || !is_lead) return begin;
        begin = comma;
    }
    return begin;
}

/// The speaker by the first noun of a phrase: "critics of Huawei" are critics, "the report by the
/// agency" is the agency's.
std::optional<Speaker> SpeakerFinder::by_head(std::uint32_t first, std::uint32_t last) const {
    first = begin_of_subject(first, last);
    std::uint32_t head = first;
    std::uint32_t owner = none;
    for (std::uint32_t at = first; at <= last;) {
        const bool is_end =
            at > first && (is_preposition(text_, at) || text_[at].before.has(Mark::comma) ||
                           (text_.folded(at).ends_with("ed") && at < last));
        if (is_end) break;
        owner = beginning_at_[at];
        head = owner == none ? at : std::min(mentions_[owner].last_token, last);
        at = head + 1;
        if (owner == none) continue;
        const bool is_whole = at > last || is_preposition(text_, at) ||
                              text_[at].before.has(Mark::comma) ||
                              text_[at].grammar == Grammar::relative;
        if (!is_whole && !is_writing(at)) continue;
        Speaker speaker = named(owner, first);
        speaker.confidence = head_confidence;
        return speaker;
    }
    Speaker unnamed{SpeakerForm::unnamed, first, last, none, unnamed_confidence};
    if (is_writing(head)) return writer(unnamed, head, last);
    return unnamed;
}

/// Who wrote a report: the first named behind "by" or "from".
std::optional<Speaker> SpeakerFinder::writer(Speaker writing, std::uint32_t head,
                                             std::uint32_t last) const {
    writing.form = SpeakerForm::writing;
    if (head >= last || !is_any(text_.folded(head + 1), {"by", "from", "of"})) return writing;
    for (std::uint32_t at = head + 2; at <= last; ++at) {
        if (beginning_at_[at] == none) continue;
        writing.mention = beginning_at_[at];
        writing.confidence = head_confidence;
        break;
    }
    return writing;
}

bool SpeakerFinder::is_writing(std::uint32_t word) const {
    return is_any(text_.folded(word),
                  {"report", "statement", "study", "survey", "letter", "review", "document",
                   "communique", "memo", "analysis", "paper", "declaration", "assessment",
                   "dossier", "bulletin", "memorandum", "audit", "release"});
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
        const std::uint32_t mention = beginning_at_[next];
        if (mention == none) {
            found = none;  // "a Huawei spokesman" is not Huawei.
            ++next;
            continue;
        }
        found = mention;
        next = std::max(mentions_[mention].last_token, next) + 1;
        if (mentions_[mention].kind != MentionKind::organisation) break;
    }
    if (next == at) return std::nullopt;
    if (found == none) {
        // "one of the officials"
        while (next < end && is_only_space(text_[next].before) && !text_[next].is_initial) ++next;
        return Speaker{SpeakerForm::unnamed, at, next - 1, none, unnamed_confidence};
    }
    return Speaker{SpeakerForm::named, at, next - 1, found, named_confidence};
}

}  // namespace nutgraf::entities
