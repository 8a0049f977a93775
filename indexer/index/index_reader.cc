#include "indexer/index/index_reader.h"

#include "base/error.h"
#include "indexer/index/database_sequence.h"
#include "indexer/index/schema.h"
#include "indexer/index/story.h"
#include "indexer/index/terms.h"

#include <fmt/format.h>

#include <algorithm>

namespace nutgraf::index {

namespace fs = std::filesystem;

namespace {

Manifest manifest_of(const fs::path& folder) {
    auto manifest = read_manifest(folder);
    if (!manifest)
        throw Error(
            fmt::format("There is no index in \"{}\". Make one with \"nutgraf-indexer add "
                        "--index {} PATH...\", or name another with --index.",
                        folder.string(), folder.string()));
    return *manifest;
}

}  // namespace

IndexReader::IndexReader(fs::path folder)
    : folder_(std::move(folder)), manifest_(manifest_of(folder_)) {
    from_one_state([] {});
}

void IndexReader::reopen() {
    Manifest newest = manifest_of(folder_);
    const bool has_same_databases =
        newest.databases == manifest_.databases && database_.size() == newest.databases.size();
    manifest_ = std::move(newest);
    if (!has_same_databases) {
        open();
        return;
    }
    translating_xapian_errors("opened", folder_, [&] { database_.reopen(); });
}

void IndexReader::open() {
    database_ = Xapian::Database();
    for (const std::string& name : manifest_.databases)
        translating_xapian_errors("opened", folder_ / name, [&] {
            database_.add_database(Xapian::Database((folder_ / name).string()));
        });
}

bool IndexReader::is_superseded() const {
    return manifest_of(folder_).databases != manifest_.databases;
}

std::uint64_t IndexReader::sequence() const {
    return sequence_of(database_);
}

std::string IndexReader::gazetteer() const {
    return database_.get_metadata(std::string(gazetteer_metadata));
}

std::optional<Xapian::docid> IndexReader::find(std::string_view id_or_key) const {
    const auto document_with = [&](const std::string& term) -> std::optional<Xapian::docid> {
        const auto posting = database_.postlist_begin(term);
        if (posting == database_.postlist_end(term)) return std::nullopt;
        return *posting;
    };
    if (is_key(id_or_key))
        if (const auto document = document_with(key_term(id_or_key))) return document;
    return document_with(id_term(id_or_key));  // An id may have the form of a key.
}

StoredArticle IndexReader::article(Xapian::docid document) {
    const Xapian::Document found = database_.get_document(document);
    StoredArticle stored = codec_.decoded(found.get_data());
    const std::string seen = found.get_value(static_cast<Xapian::valueno>(Slot::seen));
    if (!seen.empty())
        stored.seen = std::chrono::sys_seconds(std::chrono::seconds(decoded_number(seen)));
    stored.story = place_of(found);
    return stored;
}

}  // namespace nutgraf::index
