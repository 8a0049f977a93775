#include "indexer/index/database_writer.h"

#include "analyzers/text/tokenizer.h"
#include "base/file.h"
#include "indexer/index/article_lines.h"
#include "indexer/index/as_put.h"
#include "indexer/index/database_sequence.h"
#include "indexer/index/schema.h"
#include "indexer/index/terms.h"
#include "indexer/index/xapian_error.h"

namespace nutgraf::index {

namespace fs = std::filesystem;

namespace {

std::vector<std::string> folded_words(const std::string& text) {
    const analyzers::Tokens tokens = analyzers::tokenise(text);
    std::vector<std::string> words;
    for (std::size_t i = 0; i < tokens.size(); ++i) words.emplace_back(tokens.folded(i));
    return words;
}

constexpr auto digest_slot = static_cast<Xapian::valueno>(Slot::digest);
constexpr auto announced_slot = static_cast<Xapian::valueno>(Slot::announced);

// Learning early leaves few documents to make anew. Told by the sequence, so that a rebuild learns
// at the same changes.
constexpr std::uint64_t changes_between_learning = 100;

/// The change by which a document was put in.
ChangeInfo info_of(const Xapian::Document& document) {
    const auto number = [&](Slot slot) {
        return decoded_number(document.get_value(static_cast<Xapian::valueno>(slot)));
    };
    return {number(Slot::sequence),
            std::chrono::sys_seconds(std::chrono::seconds(number(Slot::seen)))};
}

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

/// Whether a change is among those committed. Applied twice, the changes of an article would make
/// versions of it that never were.
bool DatabaseWriter::holds(const Change& change) {
    return translating_xapian_errors(
        "read", path_, [&] { return change.info.sequence <= sequence_of(committed_); });
}

void DatabaseWriter::apply(const Change& change) {
    if (holds(change)) return;
    const std::string key = key_of(change);
    const auto found = find(key);
    translating_xapian_errors("written", path_, [&] {
        if (found) {
            stories_.note_leaving(found->document);
            lines_.note_leaving(found->document);
        }
        note_held(key, change);
        if (!change.article) {
            if (found) database_.delete_document(found->document);
            recent_[key] = std::nullopt;
            return;
        }
        put(change, found);
        if (change.info.sequence % changes_between_learning == 0) make_anew(lines_.learn());
    });
}

void DatabaseWriter::put(const Change& change, const std::optional<Found>& found) {
    Xapian::Document document =
        maker_.document(*change.article, change.info, learned_, versions_with(change, found));
    Xapian::docid number = found ? found->document : 0;
    if (found) {
        if (change.info.is_silent)
            document.add_value(announced_slot,
                               database_.get_document(number).get_value(announced_slot));
        database_.replace_document(number, document);
    } else {
        number = database_.add_document(document);
    }
    stories_.note_put(number);
    lines_.note_put(document);
    recent_[key_of(change)] = Found{number, change.id, document.get_value(digest_slot)};
    uncommitted_bytes_ += archive::size_of(*change.article);
}

/// The versions of an article that a change puts in the place of a former one, where there is one.
ArticleVersions DatabaseWriter::versions_with(const Change& change,
                                              const std::optional<Found>& former) {
    if (!former) return {change.info.seen};
    StoredArticle stored = codec_.decoded(database_.get_document(former->document).get_data());
    ArticleVersions versions = std::move(stored.versions);
    return versions_after(std::move(versions), as_put(std::move(stored)), *change.article,
                          change.info.seen);
}

/// Whatever else becomes of an article, it is not held any more.
void DatabaseWriter::note_held(const std::string& key, const Change& change) {
    const std::string metadata = held_metadata(key);
    const std::string before = database_.get_metadata(metadata);
    const std::string now = change.held ? to_text(to_json(*change.held)) : std::string();
    if (before != now) database_.set_metadata(metadata, now);
    if (change.held) uncommitted_bytes_ += now.size();
}

std::optional<HeldArticle> DatabaseWriter::held(const std::string& key) {
    return translating_xapian_errors("read", path_, [&] { return held_with(database_, key); });
}

std::vector<HeldArticle> DatabaseWriter::all_held() {
    return translating_xapian_errors("read", path_, [&] { return index::all_held(database_); });
}

std::optional<archive::Article> DatabaseWriter::article(const std::string& key) {
    const auto found = find(key);
    if (!found) return std::nullopt;
    return translating_xapian_errors("read", path_, [&] {
        return as_put(codec_.decoded(database_.get_document(found->document).get_data()));
    });
}

std::vector<archive::Article> DatabaseWriter::titled(const std::string& title) {
    return translating_xapian_errors("read", path_, [&] {
        std::vector<std::string> terms;
        for (const std::string& word : folded_words(title))
            terms.push_back(word_term(Field::title, word));
        std::vector<archive::Article> articles;
        if (terms.empty()) return articles;
        constexpr Xapian::doccount most = 1000;  // With the same words in their headlines.
        Xapian::Enquire enquire(committed_);
        enquire.set_query({Xapian::Query::OP_AND, terms.begin(), terms.end()});
        enquire.set_weighting_scheme(Xapian::BoolWeight());
        const Xapian::MSet matches = enquire.get_mset(0, most);
        for (auto match = matches.begin(); match != matches.end(); ++match) {
            archive::Article one = as_put(codec_.decoded(match.get_document().get_data()));
            if (folded_words(one.title) == folded_words(title)) articles.push_back(std::move(one));
        }
        return articles;
    });
}

/// Makes documents anew that have a line which has been learned since they were made.
void DatabaseWriter::make_anew(const std::vector<Xapian::docid>& documents) {
    for (const Xapian::docid number : documents) {
        const Xapian::Document before = database_.get_document(number);
        StoredArticle stored = codec_.decoded(before.get_data());
        const std::vector<archive::Piece> removed = stored.article.removed;
        ArticleVersions versions = std::move(stored.versions);
        const archive::Article put = as_put(std::move(stored));
        if (ArticleLines(put).without(learned_).removed == removed) continue;
        stories_.note_leaving(number);
        Xapian::Document now = maker_.document(put, info_of(before), learned_, std::move(versions));
        now.add_value(announced_slot, before.get_value(announced_slot));
        database_.replace_document(number, now);
        stories_.note_put(number);
    }
}

void DatabaseWriter::commit(std::uint64_t sequence) {
    translating_xapian_errors("committed", path_, [&] {
        make_anew(lines_.learn());
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
