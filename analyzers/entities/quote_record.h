#pragma once

#include "analyzers/entities/analysis.h"
#include "analyzers/entities/contents.h"
#include "analyzers/entities/paragraphs.h"
#include "analyzers/entities/quotation_sources.h"
#include "analyzers/entities/quotations.h"
#include "analyzers/entities/reading.h"
#include "analyzers/entities/voices.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace nutgraf::entities {

/// Writes down the quotes of a text as they are found, in the order of the text: where each begins
/// and ends, of which kind it is, and whose those are that nobody stands beside. Borrows what it
/// is made from. Not thread-safe: one per thread.
class QuoteRecord {
public:
    QuoteRecord(const Reading& text, const ContentFinder& contents, Voices& voices)
        : text_(text), contents_(contents), voices_(voices) {}

    /// Begins a text, whose quotes are appended to `quotes`, which it borrows until `finish`.
    void begin(std::vector<Quote>& quotes);

    /// Begins a paragraph, by its number; a new sentence.
    void enter(const Paragraph& paragraph, std::uint32_t number);
    void begin_sentence() { sentence_.reset(); }

    /// Ends the text.
    void finish();

    /// Whether a quotation is sentences of its own rather than words of a reporter's sentence.
    bool is_sentence(const Quotation& quotation) const;

    /// Adds what stands in quotation marks.
    void add_quotation(const Quotation& quotation, const Attribution& attribution);

    /// Adds what stands in quotation marks beside no speaker, unless nobody says it: "so-called".
    void add_unattributed(const Quotation& quotation);

    /// Adds what is reported in the words of the article.
    void add_content(const Content& content, const Attribution& attribution);

    /// Notes who spoke in this sentence, where what was said is not known yet.
    void note(const Attribution& attribution) { sentence_ = attribution; }

    /// Who spoke last in this sentence; empty where nobody did.
    const std::optional<Attribution>& of_sentence() const { return sentence_; }

private:
    /// Quotations whose last is not closed, over paragraphs that each begin with a mark.
    struct Chain {
        bool is_open = false;
        std::optional<Attribution> attribution;
        std::vector<std::size_t> waiting;  // Quotes for whom nobody was found yet.
    };

    Quote quote_by(const Attribution& attribution);
    void close_chain();

    const Reading& text_;
    const ContentFinder& contents_;
    Voices& voices_;
    std::vector<Quote>* quotes_ = nullptr;
    Paragraph here_;
    std::uint32_t paragraph_ = 0;
    Chain chain_;
    std::optional<Attribution> sentence_;   // The last of this sentence.
    std::optional<Attribution> last_here_;  // The last of this paragraph.
};

}  // namespace nutgraf::entities
