#pragma once

#include "analyzers/entities/contents.h"
#include "analyzers/entities/paragraphs.h"
#include "analyzers/entities/quotations.h"
#include "analyzers/entities/speakers.h"
#include "analyzers/entities/voices.h"

#include <cstdint>
#include <optional>
#include <span>

namespace nutgraf::entities {

/// Who says something by which verb.
struct Attribution {
    Speaker speaker;
    std::uint32_t cue_first = none;  ///< Words, both included; none where there is no verb.
    std::uint32_t cue_last = none;
};

/// Finds who stands beside a quotation as its speaker. Borrows what it is made from. Not
/// thread-safe: one per thread.
class QuotationSources {
public:
    QuotationSources(const Reading& text, const SpeakerFinder& speakers, const Voices& voices,
                     const ContentFinder& contents)
        : text_(text), speakers_(speakers), voices_(voices), contents_(contents) {}

    /// Takes a paragraph, and its number, for the questions that follow.
    void enter(const Paragraph& paragraph, std::uint32_t number) {
        paragraph_ = paragraph;
        number_ = number;
    }

    /// Who says a quotation of the paragraph: behind it, with a verb, or before it, with a colon
    /// and not before the word `begin`. Empty where nobody stands so. Takes bounded time.
    std::optional<Attribution> of(const Quotation& quotation, std::uint32_t begin) const;

private:
    std::optional<Attribution> trailing(const Quotation& quotation) const;
    std::optional<Attribution> east_asian(const Quotation& quotation, std::uint32_t begin) const;
    std::optional<Attribution> inside(const Quotation& quotation) const;
    std::optional<Attribution> leading_for(const Quotation& quotation, std::uint32_t begin) const;
    std::optional<Attribution> inverted(const Quotation& quotation) const;
    std::optional<Attribution> leading_colon(const Quotation& quotation, std::uint32_t begin) const;

    const Reading& text_;
    const SpeakerFinder& speakers_;
    const Voices& voices_;
    const ContentFinder& contents_;
    Paragraph paragraph_;
    std::uint32_t number_ = 0;
};

}  // namespace nutgraf::entities
