#pragma once

#include "searchd/query/pattern.h"
#include "searchd/query/stored_places.h"

#include <xapian.h>

#include <string>
#include <utility>
#include <vector>

namespace nutgraf::query {

/// The positions of any of some terms.
class TermPositions {
public:
    /// `terms` are sorted.
    TermPositions(const Xapian::Database& database, std::vector<std::string> terms);

    /// Appends a span for each position in an article. Documents must be asked for in their order.
    void append(Xapian::docid document, Spans& spans);

private:
    void append_from_document(Xapian::docid document, Spans& spans) const;

    Xapian::Database database_;
    std::vector<std::string> terms_;
    std::vector<Xapian::PostingIterator> postings_;  // Of each term, where they are few.
};

/// Where a pattern stands in the articles of one database. Not thread-safe: one per thread.
class PatternReader {
public:
    PatternReader(const Xapian::Database& database, const Pattern& pattern);

    /// The spans in an article, in order, each once. Documents must be asked for in their order.
    Spans spans(Xapian::docid document, StoredPlaces& stored);

private:
    TermPositions terms_;
    std::vector<MentionPattern> mentions_;
    std::vector<WrittenPattern> written_;
    bool is_in_lead_;
    std::vector<std::vector<PatternReader>> sequences_;
    /// Speech, and the one pattern that must stand in it.
    std::vector<std::pair<TermPositions, std::vector<PatternReader>>> spoken_;
};

/// Tests the articles of one database. Not thread-safe: one per thread.
class SpanReader {
public:
    SpanReader(const Xapian::Database& database, const SpanTest& test);

    /// Whether an article, which must exist, meets the test. Documents must be asked for in their
    /// order. May throw what Xapian throws on reading, and Error for a damaged record.
    bool is_met(Xapian::docid document);

private:
    bool is_wanted(std::size_t pattern) const;
    bool is_linked(const std::vector<Spans>& spans, const std::vector<Link>& links,
                   Xapian::docid document);

    const SpanTest& test_;
    std::vector<PatternReader> readers_;
    std::vector<std::size_t> order_;  // Of looking at the patterns: the cheap ones first.
    StoredPlaces stored_;
};

}  // namespace nutgraf::query
