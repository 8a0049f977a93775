#pragma once

#include "analyzers/entities/cues.h"
#include "analyzers/entities/quotations.h"
#include "analyzers/entities/reading.h"
#include "analyzers/entities/speakers.h"

#include <cstdint>
#include <span>
#include <vector>

namespace nutgraf::entities {

/// What a verb reports.
struct Content {
    std::uint32_t first = 0;  ///< Words, both included; nothing where the last is before the first.
    std::uint32_t last = 0;
    bool is_marked = false;  ///< Behind "that", or with a verb that needs neither it nor marks.

    bool empty() const { return last < first; }
};

/// Finds where what a verb reports begins and ends. Not thread-safe: one per thread.
class ContentFinder {
public:
    ContentFinder(const Reading& text, const SpeakerFinder& speakers)
        : text_(text), speakers_(speakers) {}

    /// Takes the quotations of the text, which it borrows until the next.
    void begin(std::span<const Quotation> quotations);

    /// What stands behind a verb until the clause, or the paragraph, ends. Linear in its length.
    Content behind(const Cue& cue) const;

    /// From a word to the end of its clause.
    Content clause(std::uint32_t first) const;

    /// What a Japanese verb reports that stands behind it: "…と述べた", in the words from `first`
    /// on.
    Content told_before(const Cue& cue, std::uint32_t first) const;

    /// The quotation that begins at a word; null where none does.
    const Quotation* quotation_at(std::uint32_t word) const {
        const bool is_there = word < quotation_at_.size() && quotation_at_[word] != none;
        return is_there ? &quotations_[quotation_at_[word]] : nullptr;
    }

    /// Whether a verb has nothing behind it that it could report: a stop, a comma, "on Monday".
    bool is_bare(const Cue& cue) const;

private:
    std::uint32_t behind_phrases(std::uint32_t at) const;
    std::uint32_t behind_addressee(std::uint32_t at) const;
    std::uint32_t request_in(std::uint32_t at) const;
    std::uint32_t that_in(std::uint32_t at, std::uint32_t most_words) const;
    bool ends_clause(std::uint32_t at) const;
    bool begins_sentence(std::uint32_t at) const;

    const Reading& text_;
    const SpeakerFinder& speakers_;
    std::span<const Quotation> quotations_;
    std::vector<std::uint32_t> quotation_at_;  // By word.
};

}  // namespace nutgraf::entities
