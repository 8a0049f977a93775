#pragma once

#include "analyzers/text/token.h"
#include "indexer/index/document_record.h"
#include "searchd/query/pattern.h"
#include "searchd/query/spans.h"

#include <xapian.h>

#include <map>
#include <string>
#include <vector>

namespace nutgraf::query {

/// What the index does not say by its terms of where things stand in an article: mentions, words as
/// they are written, sentences and paragraphs. Read from the article's record when it is first
/// asked for, and kept until another article is. Positions are those of the index. Not
/// thread-safe: one per thread.
///
/// May throw what Xapian throws on reading, and Error for a damaged record.
class StoredPlaces {
public:
    explicit StoredPlaces(const Xapian::Database& database) : database_(database) {}

    /// Appends the spans of an article's mentions that are found so.
    void append(Xapian::docid document, const MentionPattern& pattern, Spans& spans);

    /// Appends the places of words that are written so.
    void append(Xapian::docid document, const WrittenPattern& pattern, Spans& spans);

    /// Where sentences and paragraphs begin. Valid until another article is asked about.
    const Borders& borders(Xapian::docid document);

    /// The position behind the first paragraph of the text.
    std::uint32_t lead_end(Xapian::docid document);

private:
    /// The words of one field.
    struct FieldWords {
        std::string text;
        analyzers::Tokens tokens;
        std::uint32_t begin = 1;  // The position of its first word.
    };

    void read(Xapian::docid document);
    const FieldWords& words(index::Field field);

    Xapian::Database database_;
    index::RecordCodec codec_;
    Xapian::docid document_ = 0;  // The one read last.
    index::StoredArticle stored_;
    std::map<index::Field, FieldWords> words_;  // Those asked for so far.
    Borders borders_;                           // Empty until asked for.
};

}  // namespace nutgraf::query
