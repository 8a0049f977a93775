#include "analyzers/entities/quotes.h"

#include <algorithm>
#include <utility>

namespace nutgraf::entities {

namespace {

// What is left of a speaker's confidence where words are his only by their place.
constexpr double same_paragraph = 0.8;
constexpr double next_paragraph = 0.5;
constexpr double whole_chain = 0.9;

constexpr std::uint32_t least_clause = 3;     // Words before ", he said."
constexpr std::uint32_t furthest_comma = 14;  // Words behind "according to" and its name.
constexpr std::uint32_t least_sentence = 4;   // Words of a quotation that needs no verb.
constexpr double mostly_quoted = 0.6;         // Of a clause.

/// The byte behind the last that is part of what is said.
std::uint32_t without_end_marks(std::string_view source, std::uint32_t begin, std::uint32_t end,
                                std::string_view marks) {
    while (end > begin && marks.find(source[end - 1]) != std::string_view::npos) --end;
    return end;
}

bool is_earlier_quote(const Quote& a, const Quote& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
}

}  // namespace

void QuoteFinder::find(std::span<const Mention> mentions, std::vector<Quote>& quotes) {
    quotes.clear();
    quotes_ = &quotes;
    mentions_ = mentions;
    find_paragraphs(text_, paragraphs_);
    quotation_finder_.find(paragraphs_, quotations_);
    speakers_.begin(mentions);
    voices_.begin(mentions, paragraphs_);
    contents_.begin(quotations_);
    chain_ = {};
    for (std::uint32_t i = 0; i < paragraphs_.size(); ++i) walk(i);
    close_chain();
    std::ranges::stable_sort(quotes, is_earlier_quote);
    quotes_ = nullptr;
}

void QuoteFinder::walk(std::uint32_t paragraph) {
    const Paragraph& here = paragraphs_[paragraph];
    paragraph_ = paragraph;
    sources_.enter(here, paragraph);
    clause_begin_ = here.first;
    sentence_.reset();
    last_here_.reset();
    const Quotation* const first = contents_.quotation_at(here.first);
    if (chain_.is_open && first == nullptr) close_chain();
    for (std::uint32_t at = here.first; at <= here.last;) {
        if (at > here.first && text_[at].sentence != text_[at - 1].sentence) {
            clause_begin_ = std::max(clause_begin_, at);
            sentence_.reset();
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
    if (!text_[at].may_report) return at + 1;
    if (const std::uint32_t end = end_of_source_phrase(text_, at); end != at)
        return on_source(at, end);
    if (const auto cue = cue_at(text_, at)) return on_cue(*cue);
    return at + 1;
}

/// Whether a quotation is sentences of its own rather than words of a reporter's sentence.
bool QuoteFinder::is_sentence(const Quotation& quotation) const {
    const Word& first = text_[quotation.first];
    const std::string_view source = text_.source();
    const std::string_view inside = source.substr(quotation.begin, quotation.end - quotation.begin);
    const char last = inside.empty() ? ' ' : inside.back();
    const std::uint32_t next = quotation.last + 1;
    const bool is_before_comma =
        next <= paragraphs_[paragraph_].last && text_[next].before.has(Mark::comma);
    const bool ends_so =
        last == '.' || last == ',' || last == '!' || last == '?' || is_before_comma;
    const bool begins_so = first.is_capitalised() || first.shape == Shape::number ||
                           static_cast<unsigned char>(inside.empty() ? 0 : inside[0]) >= 0xE0;
    const bool stands_so = quotation.first == paragraphs_[paragraph_].first || first.is_initial ||
                           first.before.has(Mark::colon) || first.before.has(Mark::comma);
    const bool is_short = quotation.last - quotation.first + 1 < least_sentence;
    return begins_so && (stands_so || (ends_so && !is_before_comma)) && (!is_short || ends_so);
}

std::uint32_t QuoteFinder::on_quotation(const Quotation& quotation) {
    const auto attribution = sources_.of(quotation, clause_begin_);
    if (!attribution) {
        add_unattributed(quotation);
        return quotation.last + 1;
    }
    add_quotation(quotation, *attribution);
    std::uint32_t next = quotation.last + 1;
    const bool is_behind = attribution->speaker.first >= next ||
                           (attribution->cue_first != none && attribution->cue_first >= next);
    if (!is_behind) return next;
    if (attribution->cue_last != none) next = std::max(next, attribution->cue_last + 1);
    if (attribution->speaker.first >= next) next = attribution->speaker.last + 1;
    return next;
}

void QuoteFinder::add_unattributed(const Quotation& quotation) {
    const bool continues = chain_.is_open && quotation.first == paragraphs_[paragraph_].first;
    const bool is_own = is_sentence(quotation);
    if (continues && chain_.attribution) {
        Attribution attribution = *chain_.attribution;
        attribution.speaker.confidence *= whole_chain;
        add_quotation(quotation, attribution);
        return;
    }
    if (!continues && !is_own && !quotation.is_unclosed) return;
    Attribution attribution;
    if (last_here_) {
        attribution = *last_here_;
        attribution.speaker.confidence *= same_paragraph;
    }
    add_quotation(quotation, attribution);
    const bool waits = attribution.speaker.mention == none && !last_here_;
    if (waits) chain_.waiting.push_back(quotes_->size() - 1);
    if (waits && !chain_.is_open) close_chain();
}

/// Gives quotations without a speaker that of the ones before them.
void QuoteFinder::close_chain() {
    for (const std::size_t waiting : chain_.waiting) {
        Quote& quote = (*quotes_)[waiting];
        quote.speaker = voices_.last_speaker();
        quote.confidence = quote.speaker == none ? 0 : next_paragraph * same_paragraph;
    }
    chain_ = {};
}

std::uint32_t QuoteFinder::on_source(std::uint32_t at, std::uint32_t end) {
    const std::uint32_t behind = paragraphs_[paragraph_].last + 1;
    auto speaker = speakers_.after(end, behind);
    if (!speaker) return end;
    voices_.resolve(*speaker, paragraph_);
    const Attribution attribution{*speaker, at, end - 1};
    const std::uint32_t next = speaker->last + 1;
    if (at > clause_begin_ + least_clause) {
        add_content({clause_begin_, at - 1, true}, attribution);
        return next;
    }
    std::uint32_t first = next;
    while (first < behind && first < next + furthest_comma && !text_[first].before.has(Mark::comma))
        ++first;
    if (first >= behind || text_[first].sentence != text_[at].sentence) return next;
    Content content = contents_.clause(first);
    content.is_marked = true;
    add_content(content, attribution);
    return content.last + 1;
}

/// The subject of a verb: before it, of the verb before it, or behind it.
std::optional<Speaker> QuoteFinder::subject_of(const Cue& cue) const {
    const auto speaker = speakers_.before(cue, clause_begin_);
    if (speaker) return speaker;
    std::uint32_t at = cue.first;
    while (at > clause_begin_ && speakers_.is_between(at - 1)) --at;
    if (at == paragraphs_[paragraph_].first) return std::nullopt;
    const bool is_joint =
        at > 0 && (text_[at - 1].grammar == Grammar::conjunction || text_.folded(at - 1) == "but");
    const bool is_added = cue.is_participle && text_[cue.first].before.has(Mark::comma);
    if (!is_joint && !is_added) return std::nullopt;
    if (sentence_) return sentence_->speaker;
    const std::uint32_t subject = voices_.subject();
    if (subject == none) return std::nullopt;
    const Mention& mention = mentions_[subject];
    return Speaker{SpeakerForm::named, mention.first_token, mention.last_token, subject,
                   same_paragraph};
}

std::uint32_t QuoteFinder::on_cue(const Cue& cue) {
    auto speaker = subject_of(cue);
    const bool is_behind_comma = text_[cue.first].before.has(Mark::comma) &&
                                 cue.first > clause_begin_ + least_clause && !cue.is_participle &&
                                 !cue.needs_marks;
    if (!speaker && is_behind_comma) {
        speaker = speakers_.after(cue.last + 1, paragraphs_[paragraph_].last + 1);
        if (!speaker) return cue.last + 1;
        voices_.resolve(*speaker, paragraph_);
        add_content({clause_begin_, cue.first - 1, true}, {*speaker, cue.first, cue.last});
        return std::max(cue.last, speaker->last) + 1;
    }
    if (!speaker || speaker->form == SpeakerForm::narrator) return cue.last + 1;
    voices_.resolve(*speaker, paragraph_);
    const Attribution attribution{*speaker, cue.first, cue.last};
    if (const std::uint32_t first = object_before(cue, *speaker); first != none) {
        add_content({first, speaker->first - 1, true}, attribution);
        return cue.last + 1;
    }
    if (is_about_what_precedes(cue, *speaker)) {
        add_content({clause_begin_, speaker->first - 1, true}, attribution);
        sentence_ = attribution;
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
         at > clause_begin_ && at + longest_object >= speaker.first; --at)
        if (!text_[at].before.has_only(space)) return at < speaker.first ? at : none;
    return none;
}

/// "…, he said in a statement."
bool QuoteFinder::is_about_what_precedes(const Cue& cue, const Speaker& speaker) const {
    const bool is_after_clause = speaker.first >= clause_begin_ + least_clause &&
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
        sentence_ = attribution;
        return cue.last + 1;
    }
    const Quotation* const first = contents_.quotation_at(content.first);
    if (first != nullptr && is_sentence(*first)) {
        add_quotation(*first, attribution);
        return first->last + 1;
    }
    std::uint32_t quoted = 0;
    for (std::uint32_t at = content.first; at <= content.last; ++at) {
        const Quotation* const quotation = contents_.quotation_at(at);
        if (quotation == nullptr) continue;
        quoted += quotation->last - quotation->first + 1;
        add_quotation(*quotation, attribution);
        at = quotation->last;
    }
    const double words = content.last - content.first + 1;
    if (content.is_marked && quoted < mostly_quoted * words) {
        add_content(content, attribution);
    } else if (quoted == 0) {
        return cue.last + 1;
    }
    sentence_ = last_here_ = attribution;
    return content.last + 1;
}

void QuoteFinder::add_quotation(const Quotation& quotation, const Attribution& attribution) {
    Quote quote = quote_by(attribution);
    const bool is_whole = is_sentence(quotation) || quotation.is_unclosed;
    quote.kind = is_whole ? QuoteKind::direct : QuoteKind::partial;
    quote.begin = quotation.begin;
    quote.end = without_end_marks(text_.source(), text_.token(quotation.last).end, quotation.end,
                                  is_whole ? "," : ",.");
    quote.first_token = quotation.first;
    quote.last_token = quotation.last;
    quotes_->push_back(quote);
    const bool is_known = attribution.speaker.mention != none;
    if (is_known)
        for (const std::size_t waiting : std::exchange(chain_.waiting, {})) {
            Quote& before = (*quotes_)[waiting];
            before.speaker = quote.speaker;
            before.confidence = quote.confidence * whole_chain;
        }
    chain_.is_open = quotation.is_unclosed;
    chain_.attribution.reset();
    if (is_known && quotation.is_unclosed) chain_.attribution = attribution;
}

void QuoteFinder::add_content(const Content& content, const Attribution& attribution) {
    Quote quote = quote_by(attribution);
    quote.kind = QuoteKind::indirect;
    quote.first_token = content.first;
    quote.last_token = content.last;
    quote.begin = text_.token(content.first).begin;
    quote.end = text_.token(content.last).end;
    for (std::uint32_t at = content.first; at <= content.last; ++at) {
        const Quotation* const quotation = contents_.quotation_at(at);
        if (quotation == nullptr) continue;
        if (at == content.first) quote.begin = quotation->outer_begin;
        if (quotation->last >= content.last) quote.end = quotation->outer_end;
        at = quotation->last;
    }
    quotes_->push_back(quote);
}

/// Begins a quote, and notes who spoke.
Quote QuoteFinder::quote_by(const Attribution& attribution) {
    Quote quote;
    const Speaker& speaker = attribution.speaker;
    quote.speaker = speaker.mention;
    quote.confidence = speaker.confidence;
    if (speaker.confidence > 0) {
        quote.speaker_begin = text_.token(speaker.first).begin;
        quote.speaker_end = text_.token(speaker.last).end;
        sentence_ = last_here_ = attribution;
    }
    if (attribution.cue_first != none) {
        quote.cue_begin = text_.token(attribution.cue_first).begin;
        quote.cue_end = text_.token(attribution.cue_last).end;
    }
    voices_.spoke(speaker.mention, paragraph_);
    return quote;
}

}  // namespace nutgraf::entities
