#include "analyzers/entities/quotes.h"

#include "analyzers/entities/east_asian_cues.h"

#include <algorithm>

namespace nutgraf::entities {

namespace {

// How sure it is that the subject of the verb before is that of this one.
constexpr double same_sentence = 0.8;

constexpr std::uint32_t furthest_comma = 14;  // Words behind "according to" and its name.
constexpr double mostly_quoted = 0.6;         // Of a clause.

bool is_earlier_quote(const Quote& a, const Quote& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
}

}  // namespace

void QuoteFinder::find(std::span<const Mention> mentions, std::vector<Quote>& quotes) {
    quotes.clear();
    mentions_ = mentions;
    find_paragraphs(text_, paragraphs_);
    quotation_finder_.find(paragraphs_, quotations_);
    for (const Quotation& quotation : quotations_) text_.note(quotation.first, Hint::quotation);
    speakers_.begin(mentions);
    voices_.begin(mentions, paragraphs_);
    contents_.begin(quotations_);
    record_.begin(quotes);
    for (std::uint32_t i = 0; i < paragraphs_.size(); ++i) walk(i);
    record_.finish();
    std::ranges::stable_sort(quotes, is_earlier_quote);
}

void QuoteFinder::walk(std::uint32_t paragraph) {
    const Paragraph& here = paragraphs_[paragraph];
    paragraph_ = paragraph;
    sources_.enter(here, paragraph);
    clause_begin_ = here.first;
    record_.enter(here, paragraph);
    const Hints wanted(Hint::sentence, Hint::speech, Hint::quotation);
    const std::uint32_t end = here.last + 1;
    for (std::uint32_t at = text_.next(here.first, wanted, end); at < end;
         at = text_.next(at, wanted, end)) {
        if (at > here.first && text_.hints(at).has(Hint::sentence)) {
            clause_begin_ = std::max(clause_begin_, at);
            record_.begin_sentence();
        }
        voices_.pass(at + 1, paragraph);
        const std::uint32_t next = step(at);
        if (next > at + 1 && next <= here.last) clause_begin_ = next;
        at = std::max(next, at + 1);
    }
    voices_.pass(here.last + 1, paragraph);
}

std::uint32_t QuoteFinder::step(std::uint32_t at) {
    if (const Quotation* const quotation = contents_.quotation_at(at))
        return on_quotation(*quotation);
    if (!text_.hints(at).has(Hint::speech)) return at + 1;
    if (const std::uint32_t end = end_of_source_phrase(text_, at); end != at)
        return on_source(at, end);
    if (const auto cue = cue_at(text_, at)) return on_cue(*cue);
    return at + 1;
}

/// «Газпром»: a name in quotation marks, which nobody says.
bool QuoteFinder::is_name(const Quotation& quotation) const {
    const std::uint32_t mention = speakers_.beginning_at(quotation.first);
    return mention != none && mentions_[mention].kind == MentionKind::organisation &&
           mentions_[mention].last_token == quotation.last;
}

/// Words that must stand before ", he said.": fewer where there are no articles.
std::uint32_t QuoteFinder::least_clause() const {
    return text_.language() == "ru" ? 1 : 3;
}

std::uint32_t QuoteFinder::on_quotation(const Quotation& quotation) {
    if (is_name(quotation)) return quotation.first + 1;
    const auto attribution = sources_.of(quotation, clause_begin_);
    if (!attribution) {
        record_.add_unattributed(quotation);
        return quotation.last + 1;
    }
    record_.add_quotation(quotation, *attribution);
    std::uint32_t next = quotation.last + 1;
    const bool is_behind = attribution->speaker.first >= next ||
                           (attribution->cue_first != none && attribution->cue_first >= next);
    if (!is_behind) return next;
    if (attribution->cue_last != none) next = std::max(next, attribution->cue_last + 1);
    if (attribution->speaker.first >= next) next = attribution->speaker.last + 1;
    return next;
}

std::uint32_t QuoteFinder::on_source(std::uint32_t at, std::uint32_t end) {
    const std::uint32_t behind = paragraphs_[paragraph_].last + 1;
    auto speaker = speakers_.after(end, behind);
    if (!speaker) return end;
    voices_.resolve(*speaker, paragraph_);
    const Attribution attribution{*speaker, at, end - 1};
    const std::uint32_t next = speaker->last + 1;
    Content content = content_of_source(at, next);
    if (content.empty()) return next;
    content.is_marked = true;
    record_.add_content(content, attribution);
    return std::max(content.last + 1, next);
}

/// What the source says that a phrase from `at` to before `next` names: the words before it, or
/// else those behind it; nothing where neither is a clause.
Content QuoteFinder::content_of_source(std::uint32_t at, std::uint32_t next) const {
    const std::uint32_t end = paragraphs_[paragraph_].last + 1;
    const bool goes_on = next < end && text_[next].sentence == text_[at].sentence &&
                         text_[next].before.has_only(Marks(Mark::space, Mark::line_end));
    // "Der Hafen ist laut Maas offen", "Laut Maas ist der Hafen offen"
    const bool is_so = text_[at].before.has(Mark::comma);
    if (text_.language() == "de" && goes_on && !is_so)
        return contents_.clause(at > clause_begin_ ? clause_begin_ : next);
    if (at > clause_begin_ + least_clause()) return {.first = clause_begin_, .last = at - 1};
    std::uint32_t first = next;
    while (first < end && first < next + furthest_comma && !text_[first].before.has(Mark::comma))
        ++first;
    if (first >= end || text_[first].sentence != text_[at].sentence)
        return {.first = next, .last = next - 1};
    return contents_.clause(first);
}

/// "As he said, …", "Wie Maas mitteilte, …"
bool QuoteFinder::begins_preface(std::uint32_t at) const {
    const std::string_view word = text_.folded(at);
    return text_[at].is_initial &&
           (word == "as" || word == "wie" || word == "comme" || word == "как");
}

/// The word behind such a beginning and its comma; none where a verb is not of one.
std::uint32_t QuoteFinder::behind_preface(const Cue& cue, const Speaker& speaker) const {
    if (!begins_preface(clause_begin_)) return none;
    const std::uint32_t next = std::max(cue.last, speaker.last) + 1;
    const bool is_closed = next <= paragraphs_[paragraph_].last &&
                           text_[next].before.has(Mark::comma) &&
                           text_[next].sentence == text_[cue.first].sentence;
    return is_closed ? next : none;
}

/// The subject of a verb: before it, of the verb before it, or behind it.
std::optional<Speaker> QuoteFinder::subject_of(const Cue& cue) const {
    const auto speaker = speakers_.before(cue, clause_begin_);
    if (speaker) return speaker;
    std::uint32_t at = cue.first;
    while (at > clause_begin_ && speakers_.is_between(at - 1)) --at;
    if (at == paragraphs_[paragraph_].first) return std::nullopt;
    const bool is_joint = at > 0 && (is_and(text_, at - 1) || text_.folded(at - 1) == "but");
    const bool is_added = cue.is_participle && text_[cue.first].before.has(Mark::comma);
    const bool is_carried = is_east_asian(text_, cue.first);
    if (!is_joint && !is_added && !is_carried) return std::nullopt;
    if (const auto& said = record_.of_sentence()) return said->speaker;
    const std::uint32_t subject = voices_.subject();
    if (subject == none) return std::nullopt;
    const Mention& mention = mentions_[subject];
    return Speaker{SpeakerForm::named, mention.first_token, mention.last_token, subject,
                   same_sentence};
}

std::uint32_t QuoteFinder::on_cue(const Cue& cue) {
    constexpr std::uint32_t furthest_verb_of_preface = 2;
    std::optional<Speaker> speaker;
    if (cue.first <= clause_begin_ + furthest_verb_of_preface && begins_preface(clause_begin_))
        speaker = speakers_.after(cue.last + 1, paragraphs_[paragraph_].last + 1);
    if (!speaker || speaker->form == SpeakerForm::unnamed) speaker = subject_of(cue);
    const bool is_behind_comma = text_[cue.first].before.has(Mark::comma) &&
                                 cue.first > clause_begin_ + least_clause() && !cue.is_participle &&
                                 !cue.needs_marks;
    if (!speaker && is_behind_comma) {
        speaker = speakers_.after(cue.last + 1, paragraphs_[paragraph_].last + 1);
        if (!speaker) return cue.last + 1;
        voices_.resolve(*speaker, paragraph_);
        record_.add_content({clause_begin_, cue.first - 1, true}, {*speaker, cue.first, cue.last});
        return std::max(cue.last, speaker->last) + 1;
    }
    if (!speaker || speaker->form == SpeakerForm::narrator) return cue.last + 1;
    voices_.resolve(*speaker, paragraph_);
    const Attribution attribution{*speaker, cue.first, cue.last};
    if (const std::uint32_t first = behind_preface(cue, *speaker); first != none) {
        Content content = contents_.clause(first);
        content.is_marked = true;
        record_.add_content(content, attribution);
        return content.last + 1;
    }
    if (text_.language() == "ja" && is_east_asian(text_, cue.first)) {
        const Content content = contents_.told_before(cue, speaker->last + 1);
        if (!content.empty() && speaker->mention != none) record_.add_content(content, attribution);
        return cue.last + 1;
    }
    if (const std::uint32_t first = object_before(cue, *speaker); first != none) {
        record_.add_content({first, speaker->first - 1, true}, attribution);
        return cue.last + 1;
    }
    if (is_about_what_precedes(cue, *speaker)) {
        record_.add_content({clause_begin_, speaker->first - 1, true}, attribution);
        record_.note(attribution);
        return cue.last + 1;
    }
    return on_statement(cue, attribution);
}

/// The first word of "something he denies"; none where no such phrase ends a sentence there.
std::uint32_t QuoteFinder::object_before(const Cue& cue, const Speaker& speaker) const {
    constexpr std::uint32_t longest_object = 4;
    const std::uint32_t next = cue.last + 1;
    const bool is_last = next >= text_.size() || text_[next].sentence != text_[cue.last].sentence;
    if (speaker.form != SpeakerForm::pronoun || !is_last) return none;
    const Marks space(Mark::space);
    for (std::uint32_t at = speaker.first;
         at >= clause_begin_ && at > 0 && at + longest_object >= speaker.first; --at)
        if (!text_[at].before.has_only(space)) return at < speaker.first ? at : none;
    return none;
}

/// "…, he said in a statement."
bool QuoteFinder::is_about_what_precedes(const Cue& cue, const Speaker& speaker) const {
    const bool is_after_clause = speaker.first >= clause_begin_ + least_clause() &&
                                 speaker.first < cue.first &&
                                 text_[speaker.first].before.has(Mark::comma);
    if (!is_after_clause || !contents_.is_bare(cue)) return false;
    const std::string_view begin = text_.folded(clause_begin_);
    const bool is_lead = (is_preposition(text_, clause_begin_) || begin.ends_with("ing") ||
                          begin.ends_with("ed") || text_[clause_begin_].grammar == Grammar::time);
    const std::uint32_t next = cue.last + 1;
    return !is_lead || next >= text_.size() || text_[next].sentence != text_[cue.last].sentence;
}

std::uint32_t QuoteFinder::on_statement(const Cue& cue, const Attribution& attribution) {
    const Content content = contents_.behind(cue);
    if (content.empty()) {
        record_.note(attribution);
        return cue.last + 1;
    }
    const Quotation* const first = contents_.quotation_at(content.first);
    if (first != nullptr && record_.is_sentence(*first)) {
        record_.add_quotation(*first, attribution);
        return first->last + 1;
    }
    std::uint32_t quoted = 0;
    for (std::uint32_t at = content.first; at <= content.last; ++at) {
        const Quotation* const quotation = contents_.quotation_at(at);
        if (quotation == nullptr) continue;
        quoted += quotation->last - quotation->first + 1;
        record_.add_quotation(*quotation, attribution);
        at = quotation->last;
    }
    const double words = content.last - content.first + 1;
    if (content.is_marked && quoted < mostly_quoted * words) {
        record_.add_content(content, attribution);
    } else if (quoted == 0) {
        return cue.last + 1;
    }
    return content.last + 1;
}

}  // namespace nutgraf::entities
