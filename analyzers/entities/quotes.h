#pragma once

#include "analyzers/entities/analysis.h"
#include "analyzers/entities/contents.h"
#include "analyzers/entities/cues.h"
#include "analyzers/entities/paragraphs.h"
#include "analyzers/entities/quotation_sources.h"
#include "analyzers/entities/quotations.h"
#include "analyzers/entities/quote_record.h"
#include "analyzers/entities/reading.h"
#include "analyzers/entities/speakers.h"
#include "analyzers/entities/voices.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace nutgraf::entities {

/// Finds what is said in a text, and by whom: in quotation marks, in some of them, and in the
/// reporter's words. Linear in the text. Not thread-safe: one per thread.
///
/// The text is walked once. A quotation asks for a speaker behind it ("…," he said), a verb that
/// reports for its subject and for what is reported behind it or before it; what neither claims
/// belongs to who spoke last, or was not said at all: "so-called" marks.
class QuoteFinder {
public:
    explicit QuoteFinder(Reading& text)
        : text_(text),
          quotation_finder_(text),
          speakers_(text),
          voices_(text, speakers_),
          contents_(text, speakers_),
          sources_(text, speakers_, voices_, contents_),
          record_(text, contents_, voices_) {}

    /// Overwrites `quotes` with those of the text whose mentions these are, in their order.
    void find(std::span<const Mention> mentions, std::vector<Quote>& quotes);

private:
    void walk(std::uint32_t paragraph);
    std::uint32_t step(std::uint32_t at);

    // Each returns the word to go on with.
    std::uint32_t on_quotation(const Quotation& quotation);
    std::uint32_t on_source(std::uint32_t at, std::uint32_t end);
    std::uint32_t on_cue(const Cue& cue);
    std::uint32_t on_statement(const Cue& cue, const Attribution& attribution);

    std::optional<Speaker> subject_of(const Cue& cue) const;
    bool is_name(const Quotation& quotation) const;
    std::uint32_t behind_preface(const Cue& cue, const Speaker& speaker) const;
    bool begins_preface(std::uint32_t at) const;
    Content content_of_source(std::uint32_t at, std::uint32_t next) const;
    std::uint32_t least_clause() const;
    std::uint32_t object_before(const Cue& cue, const Speaker& speaker) const;
    bool is_about_what_precedes(const Cue& cue, const Speaker& speaker) const;

    Reading& text_;
    QuotationFinder quotation_finder_;
    SpeakerFinder speakers_;
    Voices voices_;
    ContentFinder contents_;
    QuotationSources sources_;
    QuoteRecord record_;
    std::span<const Mention> mentions_;
    std::vector<Paragraph> paragraphs_;
    std::vector<Quotation> quotations_;

    // Of the walk.
    std::uint32_t paragraph_ = 0;
    std::uint32_t clause_begin_ = 0;  // Where what was not yet claimed begins.
};

}  // namespace nutgraf::entities
