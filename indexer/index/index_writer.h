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
enum class AddOutcome {
    added,
    replaced,
    unchanged,
    refused,
    killed,     ///< It hides an article for good.
    withheld,   ///< It hides one until a later version may be used.
    embargoed,  ///< It is hidden until its time.
    corrected,  ///< It corrects one, whose former version is kept with it.
};

/// How a writer behaves.
struct WriterOptions {
    std::chrono::milliseconds lock_wait = std::chrono::seconds(10);
    std::size_t commit_bytes = std::size_t{8} * 1024 * 1024;  ///< Of text, between commits.
    /// By which organisations and people are recognised, borrowed as long as the writer lives;
    /// null: none are.
    const entities::Gazetteer* gazetteer = nullptr;
    /// What `add` puts in is no news to alerts. What a notice says of an article is, and what an
    /// embargo has held back.
    bool is_silent = false;
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
    /// again changes nothing. Refused only when a different id has the same key. A notice does what
    /// it says with the article it is about: see archive::notice_of; one that names an article
    /// which the index does not have, or that is of another source, is an article like others.
    AddOutcome add(const archive::Article& article, std::chrono::sys_seconds seen);

    /// Puts in every article whose embargo is over by now; returns how many.
    std::size_t release_due(std::chrono::sys_seconds now);

    /// Puts in an article that is under embargo or withheld, whatever its time; false when there is
    /// none of that id, or nothing of it was kept.
    bool release(const std::string& id, std::chrono::sys_seconds now);

    /// When the next embargo ends; empty when none will.
    std::optional<std::chrono::sys_seconds> next_release();

    /// Removes the article with that id, also one that is hidden; false when there is none.
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
    std::optional<archive::Article> stored(const std::string& key);
    AddOutcome add_usable(const archive::Article& article, bool is_correction,
                          std::chrono::sys_seconds seen);
    std::optional<archive::Article> named_in(const archive::Notice& notice,
                                             const archive::Article& item);
    AddOutcome hide(const archive::Notice& notice, const archive::Article& item,
                    const std::optional<archive::Article>& about, std::chrono::sys_seconds seen);
    AddOutcome correct(const archive::Notice& notice, const archive::Article& item,
                       const archive::Article& about, std::chrono::sys_seconds seen);
    void put(archive::Article article, const ChangeInfo& info);
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
