#include "indexer/index/database_writer.h"

#include "base/file.h"
#include "indexer/index/schema.h"
#include "indexer/index/terms.h"
#include "indexer/index/xapian_error.h"

namespace nutgraf::index {

namespace fs = std::filesystem;

namespace {

constexpr auto digest_slot = static_cast<Xapian::valueno>(Slot::digest);

}  // namespace

DatabaseWriter::DatabaseWriter(fs::path path, const entities::Gazetteer* gazetteer)
    : path_(std::move(path)), maker_(gazetteer) {
    translating_xapian_errors("opened to write", path_, [&] {
        std::error_code error;
        fs::create_directories(path_.parent_path(), error);
        if (error)
            throw Error(fmt::format("The folder \"{}\" could not be made: {}.",
                                    path_.parent_path().string(), error.message()));
        database_ = Xapian::WritableDatabase(path_.string(), Xapian::DB_CREATE_OR_OPEN);
        committed_ = Xapian::Database(path_.string());
        // Xapian syncs its files, not the folder that names them (reliability: power loss).
        sync_folder(path_);
        sync_folder(path_.parent_path());
        database_.begin_transaction();
        note_gazetteer(gazetteer);
    });
}

/// Remembers by which facts the documents are made, for those who ask whether they are current.
void DatabaseWriter::note_gazetteer(const entities::Gazetteer* gazetteer) {
    const std::string key(gazetteer_metadata);
    std::string now = gazetteer == nullptr ? "" : hexadecimal(bytes_of(gazetteer->fingerprint()));
    const std::string before = database_.get_metadata(key);
    if (before == now) return;
    if (database_.get_doccount() > 0) now = "several";
    if (before != now) database_.set_metadata(key, now);
}

std::optional<DatabaseWriter::Found> DatabaseWriter::find(const std::string& key) {
    if (const auto recent = recent_.find(key); recent != recent_.end()) return recent->second;
    return translating_xapian_errors("read", path_, [&] { return committed(key); });
}

std::optional<DatabaseWriter::Found> DatabaseWriter::committed(const std::string& key) {
    const std::string term = key_term(key);
    const auto posting = committed_.postlist_begin(term);
    if (posting == committed_.postlist_end(term)) return std::nullopt;
    const Xapian::Document document = committed_.get_document(*posting);
    const StoredArticle stored = codec_.decoded(document.get_data());
    return Found{*posting, stored.article.id, document.get_value(digest_slot)};
}

void DatabaseWriter::apply(const Change& change) {
    const std::string key = key_of(change);
    const auto found = find(key);
    translating_xapian_errors("written", path_, [&] {
        if (found) stories_.note_leaving(found->document);
        if (!change.article) {
            if (found) database_.delete_document(found->document);
            recent_[key] = std::nullopt;
            return;
        }
        const Xapian::Document document = maker_.document(*change.article, change.info);
        Xapian::docid number = found ? found->document : 0;
        if (found) {
            database_.replace_document(number, document);
        } else {
            number = database_.add_document(document);
        }
        stories_.note_put(number);
        recent_[key] = Found{number, change.id, document.get_value(digest_slot)};
        uncommitted_bytes_ += archive::size_of(*change.article);
    });
}

void DatabaseWriter::commit(std::uint64_t sequence) {
    translating_xapian_errors("committed", path_, [&] {
        stories_.regroup();
        database_.set_metadata(std::string(sequence_metadata), std::to_string(sequence));
        database_.commit_transaction();
        sync_folder(path_);
        committed_.reopen();
        database_.begin_transaction();
    });
    recent_.clear();
    uncommitted_bytes_ = 0;
}

}  // namespace nutgraf::index
