#include "indexer/index/index_writer.h"

#include "base/error.h"
#include "base/file.h"
#include "indexer/index/uuid.h"

#include <fmt/format.h>

#include <algorithm>

namespace nutgraf::index {

namespace fs = std::filesystem;

namespace {

// A batch this large is made durable by itself; the caller decides about smaller ones.
constexpr std::size_t max_pending_changes = 1000;
constexpr std::size_t max_pending_bytes = std::size_t{8} * 1024 * 1024;

/// Where a new index may be made: nothing there yet, or an interrupted first attempt.
bool may_become_index(const fs::path& folder) {
    if (!fs::exists(folder)) return true;
    if (!fs::is_directory(folder)) return false;
    return std::ranges::all_of(
        fs::directory_iterator(folder), [](const fs::directory_entry& entry) {
            const std::string name = entry.path().filename().string();
            return name.starts_with("watched-") || name == "writer.lock" || name == "articles" ||
                   name == "live" || name == "manifest.json.new";
        });
}

void make_folder(const fs::path& folder) {
    if (!may_become_index(folder))
        throw Error(
            fmt::format("\"{}\" holds other files and no manifest.json; choose another "
                        "folder for the index.",
                        folder.string()));
    std::error_code error;
    fs::create_directories(folder, error);
    if (error)
        throw Error(fmt::format("The index folder \"{}\" could not be made: {}.", folder.string(),
                                error.message()));
    sync_folder(folder.has_parent_path() ? folder.parent_path() : fs::path("."));
}

}  // namespace

IndexWriter::IndexWriter(const fs::path& folder, const WriterOptions& options)
    : folder_(fs::absolute(folder).lexically_normal()), options_(options) {
    if (!folder_.has_filename()) folder_ = folder_.parent_path();
    if (!read_manifest(folder_)) make_folder(folder_);
    lock_ = std::make_unique<WriterLock>(folder_, options.lock_wait);
    // Read again: the writer that was waited for may have changed it.
    if (auto existing = read_manifest(folder_)) {
        manifest_ = std::move(*existing);
    } else {
        manifest_.uuid = new_uuid();
        manifest_.databases = {next_database(manifest_)};
        // Xapian does not open what a crash left half made, and the journal has all of it.
        fs::remove_all(folder_ / manifest_.databases.front());
    }
    journal_ = std::make_unique<Journal>(folder_, manifest_.journal);
    open_database();
    if (manifest_.journal == journal_->position()) return;
    try {
        replay();
    } catch (const Error& error) {
        apply_again(error.what());
    }
}

AddOutcome IndexWriter::add(const archive::Article& article, std::chrono::sys_seconds seen) {
    const std::string key = archive::key_of(article.id);
    const std::string digest(bytes_of(archive::digest_of(article)));
    const auto before = known(key);
    if (before && before->id != article.id) return AddOutcome::refused;
    if (before && before->digest == digest) return AddOutcome::unchanged;
    take({{0, seen}, article.id, article}, Known{article.id, digest});
    return before ? AddOutcome::replaced : AddOutcome::added;
}

bool IndexWriter::remove(const std::string& id, std::chrono::sys_seconds seen) {
    const auto before = known(archive::key_of(id));
    if (!before || before->id != id) return false;
    take({{0, seen}, id, std::nullopt}, std::nullopt);
    return true;
}

std::optional<IndexWriter::Known> IndexWriter::known(const std::string& key) {
    if (const auto pending = pending_known_.find(key); pending != pending_known_.end())
        return pending->second;
    const auto found = database_->find(key);
    if (!found) return std::nullopt;
    return Known{found->id, found->digest};
}

void IndexWriter::take(Change change, std::optional<Known> after) {
    pending_known_[key_of(change)] = std::move(after);
    if (change.article) pending_bytes_ += archive::size_of(*change.article);
    pending_.push_back(std::move(change));
    if (pending_.size() >= max_pending_changes || pending_bytes_ >= max_pending_bytes) flush();
    if (database_->uncommitted_bytes() >= options_.commit_bytes) commit();
}

void IndexWriter::flush() {
    if (pending_.empty()) return;
    std::vector<std::string> records;
    std::uint64_t sequence = journal_->sequence();
    for (Change& change : pending_) {
        change.info.sequence = ++sequence;
        records.push_back(to_record(change));
    }
    journal_->append(records);
    const std::vector<Change> changes = std::move(pending_);
    pending_.clear();
    pending_bytes_ = 0;
    pending_known_.clear();
    try {
        for (const Change& change : changes) database_->apply(change);
    } catch (const Error& error) {
        apply_again(error.what());
    }
}

void IndexWriter::commit() {
    flush();
    if (manifest_.journal == journal_->position()) return;
    try {
        publish();
    } catch (const Error& error) {
        apply_again(error.what());
    }
}

void IndexWriter::publish() {
    database_->commit(journal_->sequence());
    manifest_.journal = journal_->position();
    write_manifest(folder_, manifest_);
}

void IndexWriter::open_database() {
    database_.reset();  // Xapian's lock must be free before the same database opens again.
    database_ =
        std::make_unique<DatabaseWriter>(folder_ / manifest_.databases.front(), options_.gazetteer);
}

void IndexWriter::replay() {
    read_journal(folder_, manifest_.journal, [&](std::uint64_t sequence, std::string_view record) {
        database_->apply(change_from_record(sequence, record));
    });
    publish();
}

// A failed commit of Xapian's has dropped its whole batch, and the next one would succeed without
// it (reliability: a failed commit), so the database is opened again and all of it fed again.
void IndexWriter::apply_again(const std::string& reason) {
    try {
        open_database();
        replay();
    } catch (const Error& error) {
        throw Error(
            fmt::format("{} A second attempt failed too: {} The articles are safe in the "
                        "journal; they become searchable when \"nutgraf-indexer add\" or "
                        "\"rebuild\" succeeds.",
                        reason, error.what()));
    }
}

}  // namespace nutgraf::index
