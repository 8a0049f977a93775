#include "indexer/index/index_writer.h"

#include "base/error.h"
#include "base/file.h"
#include "indexer/index/news_desk.h"
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
            return name.starts_with("watched-") || name.starts_with("feeds.") ||
                   name == "writer.lock" || name == "articles" || name == "live" ||
                   name == "manifest.json.new";
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
    const auto notice = archive::notice_of(article, seen);
    if (!notice) return add_usable(article, false, seen);
    if (notice->names.empty()) {
        if (notice->kind == archive::NoticeKind::correction) return add_usable(article, true, seen);
        return hide(*notice, article, stored(archive::key_of(article.id)), seen);
    }
    const auto about = named_in(*notice, article);
    if (!about) return add_usable(article, false, seen);
    if (notice->kind == archive::NoticeKind::correction)
        return correct(*notice, article, *about, seen);
    return hide(*notice, article, about, seen);
}

AddOutcome IndexWriter::add_usable(const archive::Article& article, bool is_correction,
                                   std::chrono::sys_seconds seen) {
    const std::string key = archive::key_of(article.id);
    const std::string digest(bytes_of(archive::digest_of(article)));
    const auto before = known(key);
    if (before && before->id != article.id) return AddOutcome::refused;
    if (before && before->digest == digest) return AddOutcome::unchanged;
    if (!before) {
        const auto held = database_->held(key);
        if (held && held->id != article.id) return AddOutcome::refused;
        if (held && stays_hidden(*held, article)) return AddOutcome::unchanged;
        put(article, {0, seen, options_.is_silent});
        return AddOutcome::added;
    }
    const auto former = stored(key);
    if (!former) throw Error("An article that is there is not there.");
    const archive::Article given = as_given_last(*former);
    if (archive::digest_of(given) == archive::digest_of(article)) return AddOutcome::unchanged;
    const bool was_corrected = given != *former;
    if (was_corrected &&
        archive::is_later_version(archive::version_of(given), archive::version_of(article)))
        return AddOutcome::unchanged;
    put(with_history(article, *former, is_correction, seen), {0, seen, options_.is_silent});
    return is_correction ? AddOutcome::corrected : AddOutcome::replaced;
}

/// The article that a notice names: by its id, or by a headline that no other has.
std::optional<archive::Article> IndexWriter::named_in(const archive::Notice& notice,
                                                      const archive::Article& item) {
    commit();  // Headlines are looked for in what is committed.
    const auto is_meant = [&](const archive::Article& article) {
        return article.id != item.id && are_of_one_desk(item, article);
    };
    // What it has hidden before is there no more.
    for (HeldArticle& held : database_->all_held())
        if (held.notice == item.id) return archive::Article{.id = std::move(held.id)};
    for (const std::string& name : notice.names) {
        auto article = stored(archive::key_of(name));
        if (article && article->id == name && is_meant(*article)) return article;
        // A notice may follow upon another.
        const auto held = database_->held(archive::key_of(name));
        if (held && held->id == name && held->article && is_meant(*held->article))
            return held->article;
        auto titled = database_->titled(name);
        std::erase_if(titled, [&](const archive::Article& one) { return !is_meant(one); });
        if (titled.size() == 1) return std::move(titled.front());
    }
    return std::nullopt;
}

AddOutcome IndexWriter::hide(const archive::Notice& notice, const archive::Article& item,
                             const std::optional<archive::Article>& about,
                             std::chrono::sys_seconds seen) {
    flush();
    HeldArticle held = hidden_by(notice, item, about, seen);
    const std::string key = archive::key_of(held.id);
    if (about && about->id != held.id) return AddOutcome::refused;
    // A later version that may be used has come in before.
    if (about && archive::is_later_version(archive::version_of(*about), held.version))
        return AddOutcome::unchanged;
    if (const auto before = database_->held(key)) {
        if (before->id != held.id) return AddOutcome::refused;
        if (before->digest == held.digest || before->notice == item.id)
            return AddOutcome::unchanged;
        if (notice.kind != archive::NoticeKind::kill && stays_hidden(*before, item))
            return AddOutcome::unchanged;
        held.hidden = before->hidden;
    }
    const std::string id = held.id;
    take({{0, seen}, id, std::nullopt, {}, std::move(held)}, std::nullopt);
    flush();  // What is hidden is asked for of the database alone.
    switch (notice.kind) {
        case archive::NoticeKind::kill:
            return AddOutcome::killed;
        case archive::NoticeKind::withhold:
            return AddOutcome::withheld;
        default:
            return AddOutcome::embargoed;
    }
}

AddOutcome IndexWriter::correct(const archive::Notice& notice, const archive::Article& item,
                                const archive::Article& about, std::chrono::sys_seconds seen) {
    auto corrected = corrected_by(about, notice, item, seen);
    if (!corrected) return AddOutcome::unchanged;
    put(std::move(*corrected), {0, seen});
    return AddOutcome::corrected;
}

void IndexWriter::put(archive::Article article, const ChangeInfo& info) {
    const std::string id = article.id;
    const std::string digest(bytes_of(archive::digest_of(article)));
    take({info, id, std::move(article)}, Known{id, digest});
}

std::size_t IndexWriter::release_due(std::chrono::sys_seconds now) {
    flush();
    std::size_t released = 0;
    for (HeldArticle& held : database_->all_held()) {
        if (!held.until || *held.until > now || !held.article) continue;
        put(std::move(*held.article), {0, now});
        ++released;
    }
    flush();
    return released;
}

bool IndexWriter::release(const std::string& id, std::chrono::sys_seconds now) {
    flush();
    auto held = database_->held(archive::key_of(id));
    if (!held || held->id != id || !held->article) return false;
    put(std::move(*held->article), {0, now});
    flush();
    return true;
}

std::optional<std::chrono::sys_seconds> IndexWriter::next_release() {
    std::optional<std::chrono::sys_seconds> next;
    for (const HeldArticle& held : database_->all_held())
        if (held.until && held.article && (!next || *held.until < *next)) next = held.until;
    return next;
}

bool IndexWriter::remove(const std::string& id, std::chrono::sys_seconds seen) {
    const std::string key = archive::key_of(id);
    const auto before = known(key);
    if (before && before->id != id) return false;
    if (!before) {
        const auto held = database_->held(key);
        if (!held || held->id != id) return false;
    }
    take({{0, seen}, id, std::nullopt}, std::nullopt);
    return true;
}

/// The article of a key as it is now.
std::optional<archive::Article> IndexWriter::stored(const std::string& key) {
    if (pending_known_.contains(key)) flush();
    return database_->article(key);
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
