#include "analyzers/entities/quote_record.h"

#include <string_view>
#include <utility>

namespace nutgraf::entities {

namespace {

// What is left of a speaker's confidence where words are his only by their place.
constexpr double same_paragraph = 0.8;
constexpr double next_paragraph = 0.5;
constexpr double whole_chain = 0.9;

constexpr std::uint32_t least_sentence = 4;  // Words of a quotation that needs no verb.

/// The byte behind the last that is part of what is said.
std::uint32_t without_end_marks(std::string_view source, std::uint32_t begin, std::uint32_t end,
                                std::string_view marks) {
    while (end > begin && marks.find(source[end - 1]) != std::string_view::npos) --end;
    return end;
}

}  // namespace

void QuoteRecord::begin(std::vector<Quote>& quotes) {
    quotes_ = &quotes;
    chain_ = {};
}

void QuoteRecord::enter(const Paragraph& paragraph, std::uint32_t number) {
    here_ = paragraph;
    paragraph_ = number;
    sentence_.reset();
    last_here_.reset();
    if (chain_.is_open && contents_.quotation_at(here_.first) == nullptr) close_chain();
}

void QuoteRecord::finish() {
    close_chain();
    quotes_ = nullptr;
}

bool QuoteRecord::is_sentence(const Quotation& quotation) const {
    const Word& first = text_[quotation.first];
    const std::string_view source = text_.source();
    const std::string_view inside = source.substr(quotation.begin, quotation.end - quotation.begin);
    const char last = inside.empty() ? ' ' : inside.back();
    const std::uint32_t next = quotation.last + 1;
    const bool is_before_comma = next <= here_.last && text_[next].before.has(Mark::comma);
    const bool is_behind_colon = first.before.has(Mark::colon);
    const bool ends_so = last == '.' || last == ',' || last == '!' || last == '?' ||
                         is_before_comma || inside.ends_with("。") || inside.ends_with("！") ||
                         inside.ends_with("？");
    const bool begins_so = first.is_capitalised() || first.shape == Shape::number ||
                           static_cast<unsigned char>(inside.empty() ? 0 : inside[0]) >= 0xE0;
    const bool stands_so = quotation.first == here_.first || first.is_initial || is_behind_colon ||
                           first.before.has(Mark::comma) || text_.language() == "ja";
    const bool is_short = quotation.last - quotation.first + 1 < least_sentence;
    return begins_so && (stands_so || (ends_so && !is_before_comma)) &&
           (!is_short || ends_so || is_behind_colon);
}

void QuoteRecord::add_unattributed(const Quotation& quotation) {
    const bool continues = chain_.is_open && quotation.first == here_.first;
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
void QuoteRecord::close_chain() {
    for (const std::size_t waiting : chain_.waiting) {
        Quote& quote = (*quotes_)[waiting];
        quote.speaker = voices_.last_speaker();
        quote.confidence = quote.speaker == none ? 0 : next_paragraph * same_paragraph;
    }
    chain_ = {};
}

void QuoteRecord::add_quotation(const Quotation& quotation, const Attribution& attribution) {
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

void QuoteRecord::add_content(const Content& content, const Attribution& attribution) {
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
Quote QuoteRecord::quote_by(const Attribution& attribution) {
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
    voices_.spoke(speaker, paragraph_);
    return quote;
}

}  // namespace nutgraf::entities
