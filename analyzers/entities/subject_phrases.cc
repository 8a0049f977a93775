#include "analyzers/entities/subject_phrases.h"

#include "analyzers/entities/any_of.h"
#include "analyzers/entities/cues.h"

#include <algorithm>

namespace nutgraf::entities {

namespace {

// How sure a speaker is who stands there as the head of a longer phrase, as no name.
constexpr double head_confidence = 0.8;
constexpr double headless_confidence = 0.5;
constexpr double spokesman_confidence = 0.7;

/// "spokesman" and the like. The words of "porte-parole" are two.
bool names_spokesman(const Reading& text, std::uint32_t at) {
    const std::string_view word = text.folded(at);
    return word.starts_with("spokes") || word.ends_with("sprecher") ||
           word.ends_with("sprecherin") || word.starts_with("представител") ||
           is_any_of(word, {"parole", "пресс", "пресс-секретарь", "пресс-служба"});
}

bool is_article(const Reading& text, std::uint32_t at) {
    return text[at].grammar == Grammar::definite || text[at].grammar == Grammar::indefinite ||
           is_any_of(text.folded(at), {"un", "une", "le", "la", "ein", "eine", "der", "die"});
}

}  // namespace

bool is_time(const Reading& text, std::uint32_t word) {
    return text[word].has(WordBit::weekday) || text[word].has(WordBit::month) ||
           text[word].shape == Shape::number ||
           is_any_of(text.folded(word),
                     {"yesterday", "today", "tonight", "week", "month", "year", "morning",
                      "afternoon", "evening", "night", "last", "late", "early", "ago"});
}

std::uint32_t SubjectPhrases::begin_of_clause(std::uint32_t last, std::uint32_t begin) const {
    const std::uint32_t limit = std::max(begin, last > longest ? last - longest : 0);
    for (std::uint32_t at = last; at > limit; --at) {
        if (text_[at].before.has_any(Marks(Mark::comma, Mark::semicolon, Mark::colon))) return at;
        if (is_any_of(text_.folded(at - 1),
                      {"that", "which", "after", "because", "while", "although", "as", "when",
                       "where", "if", "but", "since", "whereas"}))
            return at;
    }
    return limit;
}

/// Leaves out what stands before a subject: "But", "In August,", "Speaking on Monday,".
std::uint32_t SubjectPhrases::begin_of_subject(std::uint32_t begin, std::uint32_t last) const {
    constexpr int most_phrases = 3;
    for (int n = 0; n < most_phrases; ++n) {
        while (begin < last &&
               (text_[begin].grammar == Grammar::conjunction || is_time(text_, begin) ||
                is_any_of(text_.folded(begin), {"but", "however", "wie", "comme"})))
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

std::optional<Speaker> SubjectPhrases::by_head(std::uint32_t first, std::uint32_t last) const {
    first = begin_of_subject(first, last);
    std::uint32_t head = first;
    std::uint32_t owner = none;
    bool is_owned = false;
    for (std::uint32_t at = first; at <= last;) {
        const bool is_end =
            at > first && (is_preposition(text_, at) || text_[at].before.has(Mark::comma) ||
                           (text_.folded(at).ends_with("ed") && at < last));
        if (is_end) break;
        owner = places_.beginning_at(at);
        head = owner == none ? at : std::min(places_.mention(owner).last_token, last);
        at = head + 1;
        is_owned = is_owned || (owner == none && text_[head].is_possessive);
        if (owner == none) continue;
        const bool is_whole = at > last || is_preposition(text_, at) ||
                              text_[at].before.has(Mark::comma) ||
                              text_[at].grammar == Grammar::relative;
        if (!is_whole && !is_writing(at)) continue;
        Speaker speaker = places_.named(owner, first);
        speaker.confidence = head_confidence;
        return speaker;
    }
    Speaker unnamed{SpeakerForm::unnamed, first, last, none, headless_confidence};
    // "The chairman's statement" is nobody's who is named.
    if (is_writing(head) && !is_owned) return writer(unnamed, head, last);
    return spoken_for(unnamed);
}

Speaker SubjectPhrases::spoken_for(Speaker unnamed) const {
    bool is_spokesman = false;
    std::uint32_t body = none;
    for (std::uint32_t at = unnamed.first; at <= unnamed.last; ++at) {
        is_spokesman = is_spokesman || names_spokesman(text_, at);
        const std::uint32_t mention = places_.beginning_at(at);
        const bool is_body =
            mention != none && places_.mention(mention).kind == MentionKind::organisation;
        if (is_body && (body == none || is_preposition(text_, at - 1))) body = mention;
    }
    if (!is_spokesman || body == none) return unnamed;
    unnamed.mention = body;
    unnamed.confidence = spokesman_confidence;
    return unnamed;
}

Speaker SubjectPhrases::with_spokesman(Speaker named, std::uint32_t begin) const {
    constexpr std::uint32_t furthest = 3;
    if (places_.mention(named.mention).kind != MentionKind::organisation) return named;
    std::uint32_t first = named.first;
    for (std::uint32_t n = 0; n < furthest && first > begin; ++n) {
        if (!is_only_space(text_[first].before)) return named;
        if (!names_spokesman(text_, --first)) continue;
        while (first > begin && (text_[first].is_glued || is_article(text_, first - 1))) --first;
        named.first = first;
        named.confidence = spokesman_confidence;
        return named;
    }
    return named;
}

/// Who wrote a report: the first named behind "by" or "from".
std::optional<Speaker> SubjectPhrases::writer(Speaker writing, std::uint32_t head,
                                              std::uint32_t last) const {
    writing.form = SpeakerForm::writing;
    if (head >= last || !is_any_of(text_.folded(head + 1), {"by", "from", "of"})) return writing;
    for (std::uint32_t at = head + 2; at <= last; ++at) {
        if (places_.beginning_at(at) == none) continue;
        writing.mention = places_.beginning_at(at);
        writing.confidence = head_confidence;
        break;
    }
    return writing;
}

bool SubjectPhrases::is_writing(std::uint32_t word) const {
    return is_any_of(text_.folded(word),
                     {"report", "statement", "study", "survey", "letter", "review", "document",
                      "communique", "memo", "analysis", "paper", "declaration", "assessment",
                      "dossier", "bulletin", "memorandum", "audit", "release"});
}

}  // namespace nutgraf::entities
