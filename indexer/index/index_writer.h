#pragma once

#include "indexer/archive/article.h"
#include "indexer/index/database_writer.h"
#include "indexer/index/journal.h"
#include "indexer/index/manifest.h"
#include "indexer/index/writer_lock.h"

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace nutgraf::index {

/// What adding an article came to.
enum class AddOutcome { added, replaced, unchanged, refused };

/// How a writer behaves.
struct WriterOptions {
    std::chrono::milliseconds lock_wait = std::chrono::seconds(10);
    std::size_t commit_bytes = std::size_t{8} * 1024 * 1024;  ///< Of text, between commits.
    /// By which organisations and people are recognised, borrowed as long as the writer lives;
    /// null: none are.
    const entities::Gazetteer* gazetteer = nullptr;
};

/// Writes to an index folder: journal first, then the databases made from it.
///
/// A change is acknowledged, and lost by no crash, once `flush` or `commit` has returned after it.
/// Whatever the journal holds beyond the databases, after a crash say, goes into them when the
/// writer is opened. A batch the database refuses is fed to it again from the journal; a second
/// refusal throws Error, and the journal still holds the batch. Throws Error when the world fails;
/// the writer is then of no further use, and a new one goes on from the journal.
/// Not thread-safe: one per thread, and one per folder at a time.
class IndexWriter {
public:
    /// Opens the index of a folder, or makes a new one where the folder is missing or empty. Throws
    /// Error for a folder that holds something else, or that another process writes to.
    explicit IndexWriter(const std::filesystem::path& folder, const WriterOptions& options = {});

    /// Puts an article in the place of the one with its id, if there is one. The same article
    /// again changes nothing. Refused only when a different id has the same key.
    AddOutcome add(const archive::Article& article, std::chrono::sys_seconds seen);

    /// Removes the article with that id; false when there is none.
    bool remove(const std::string& id, std::chrono::sys_seconds seen);

    /// Makes every change so far durable: acknowledged.
    void flush();

    /// Flushes, and makes every change so far searchable.
    void commit();

    /// The sequence of the last acknowledged change.
    std::uint64_t acknowledged() const { return journal_->sequence(); }

private:
    /// What is known of an article, changes not yet in the journal included.
    struct Known {
        std::string id;
        std::string digest;
    };
    std::optional<Known> known(const std::string& key);
    void take(Change change, std::optional<Known> after);
    void publish();
    void open_database();
    void replay();
    void apply_again(const std::string& reason);

    std::filesystem::path folder_;
    WriterOptions options_;
    Manifest manifest_;
    std::unique_ptr<WriterLock> lock_;
    std::unique_ptr<Journal> journal_;
    std::unique_ptr<DatabaseWriter> database_;
    std::vector<Change> pending_;  // Not yet in the journal.
    std::size_t pending_bytes_ = 0;
    std::unordered_map<std::string, std::optional<Known>>
        pending_known_;  // By key; empty: removed.
};

}  // namespace nutgraf::index
