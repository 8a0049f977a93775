#pragma once

#include "base/digest.h"
#include "indexer/index/change.h"
#include "indexer/index/document.h"
#include "indexer/index/line_learner.h"
#include "indexer/index/story_grouper.h"

#include <xapian.h>

#include <filesystem>
#include <optional>
#include <string>
#include <unordered_map>

namespace nutgraf::index {

/// One Xapian database, written by changes and committed in steps.
///
/// Every Xapian failure comes out as Error; the object is then of no further use, and what was
/// applied since the last commit is to be applied again to a new one. Not thread-safe: one per
/// thread.
class DatabaseWriter {
public:
    /// What the database knows of an article.
    struct Found {
        Xapian::docid document = 0;
        std::string id;
        std::string digest;  ///< 32 bytes.
    };

    /// Opens a database, or creates an empty one. Borrows the gazetteer by which entities are
    /// recognised, which must outlive it; null: none are.
    DatabaseWriter(std::filesystem::path path, const entities::Gazetteer* gazetteer);

    /// The article with that key, changes not yet committed included.
    std::optional<Found> find(const std::string& key);

    /// What is known of an article that a notice hides, changes not yet committed included.
    std::optional<HeldArticle> held(const std::string& key);

    /// All that are hidden, likewise.
    std::vector<HeldArticle> all_held();

    /// The article of a key as it was put last, changes not yet committed included.
    std::optional<archive::Article> article(const std::string& key);

    /// The articles that were committed with a headline, whatever its case.
    std::vector<archive::Article> titled(const std::string& title);

    /// Applies a change: puts the article in the place of its predecessor, which it keeps as a
    /// former version where it says something else, hides or removes it. Does nothing for a change
    /// that the database holds already: after a crash some come again.
    void apply(const Change& change);

    /// Makes everything applied durable, in one step, together with the stories that come of it,
    /// the lines that are learned from it and the sequence reached.
    void commit(std::uint64_t sequence);

    /// Bytes of text applied since the last commit; a measure of the memory they hold.
    std::size_t uncommitted_bytes() const { return uncommitted_bytes_; }

private:
    void note_gazetteer(const entities::Gazetteer* gazetteer);
    bool holds(const Change& change);
    std::optional<Found> committed(const std::string& key);
    void put(const Change& change, const std::optional<Found>& found);
    void make_anew(const std::vector<Xapian::docid>& documents);
    void note_held(const std::string& key, const Change& change);
    ArticleVersions versions_with(const Change& change, const std::optional<Found>& former);

    std::filesystem::path path_;
    DocumentMaker maker_;
    RecordCodec codec_;
    Xapian::WritableDatabase database_;
    StoryGrouper stories_{database_, codec_};
    LineLearner lines_{database_, codec_};
    LearnedLines learned_{database_};
    Xapian::Database committed_;  // Looked up without making the writer flush what it holds.
    std::unordered_map<std::string, std::optional<Found>> recent_;  // By key; empty: removed.
    std::size_t uncommitted_bytes_ = 0;
};

}  // namespace nutgraf::index
