#pragma once

#include "indexer/archive/shingles.h"
#include "indexer/index/document_record.h"
#include "indexer/index/story.h"
#include "indexer/index/story_groups.h"

#include <xapian.h>

#include <list>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace nutgraf::index {

/// Keeps the stories of a database: which articles are near copies of each other.
///
/// Two articles are copies where archive::are_copies says so of their texts, and a story is all
/// that copies join, directly or by way of others. Those compared share two shingles of their
/// sketches at least. So the order in which articles come does not matter, as long as no shingle of
/// a sketch is in those of more than 200 articles; of a more common one only the first 200 are
/// looked at.
///
/// What is noted is grouped by `regroup`, in the same transaction as the changes themselves, so
/// that stories never disagree with the articles. Every call may throw what Xapian throws. Not
/// thread-safe: one per thread.
class StoryGrouper {
public:
    /// Borrows both.
    StoryGrouper(Xapian::WritableDatabase& database, RecordCodec& codec)
        : database_(database), codec_(codec) {}

    /// Notes that a document was put in, in the place of another or anew.
    void note_put(Xapian::docid document) { changed_.insert(document); }

    /// Notes that a document is about to be removed or replaced.
    void note_leaving(Xapian::docid document);

    /// Brings the stories up to date with what was noted, and forgets it.
    void regroup();

private:
    void dissolve(const std::string& story);
    std::size_t part_of(Xapian::docid document);
    void join_copies(Xapian::docid document);
    std::vector<Xapian::docid> candidates(Xapian::docid document) const;
    const archive::Shingles& shingles(Xapian::docid document);

    std::vector<Xapian::docid> documents_of(const std::string& story) const;
    void write(const StoryGroups::Group& group);
    void put_value(Xapian::docid number, const std::string& value);

    Xapian::WritableDatabase& database_;
    RecordCodec& codec_;
    std::set<Xapian::docid> changed_;
    std::set<std::string> broken_;  // Stories that lose an article.
    StoryGroups groups_;
    std::list<std::pair<Xapian::docid, archive::Shingles>> shingles_;  // The last used first.
};

}  // namespace nutgraf::index
