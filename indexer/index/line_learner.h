#pragma once

#include "indexer/index/article_lines.h"
#include "indexer/index/document_record.h"
#include "indexer/index/learned_lines.h"

#include <xapian.h>

#include <set>
#include <string>
#include <vector>

namespace nutgraf::index {

/// Learns which lines the sources of a database repeat: those that stand in enough articles of a
/// source which are no copies of each other, and in enough of all that it has.
///
/// What is noted is looked at by `learn`, in the same transaction as the changes themselves. What
/// is learned stays so until no article has the line. Every call may throw what Xapian throws. Not
/// thread-safe: one per thread.
class LineLearner {
public:
    /// Borrows both.
    LineLearner(Xapian::WritableDatabase& database, RecordCodec& codec)
        : database_(database), codec_(codec) {}

    /// Notes a document that was put in.
    void note_put(const Xapian::Document& document);

    /// Notes that a document is about to be removed or replaced.
    void note_leaving(Xapian::docid document);

    /// Learns from what was noted, and forgets that. Returns the documents that have one of the
    /// lines that are known from now on, each once, in order: they are to be made anew.
    std::vector<Xapian::docid> learn();

private:
    void note_terms(Xapian::TermIterator term, const Xapian::TermIterator& end);
    void look_at(const std::string& term, std::set<Xapian::docid>& documents);
    bool is_in_different_texts(const std::string& term, std::size_t fewest);
    archive::Article article(Xapian::docid document);

    Xapian::WritableDatabase& database_;
    RecordCodec& codec_;
    LearnedLines learned_{database_};
    std::set<std::string> terms_;  // Of lines of what came and went.
};

}  // namespace nutgraf::index
