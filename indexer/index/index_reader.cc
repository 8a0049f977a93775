#include "indexer/index/index_reader.h"

#include "base/error.h"
#include "indexer/index/terms.h"
#include "indexer/index/xapian_error.h"

#include <fmt/format.h>

#include <algorithm>

namespace nutgraf::index {

namespace fs = std::filesystem;

namespace {

Manifest manifest_of(const fs::path& folder) {
    auto manifest = read_manifest(folder);
    if (!manifest)
        throw Error(fmt::format("There is no index in \"{}\". Make one with \"nutgraf-indexer add "
                                "--index {} PATH...\", or name another with --index.",
                                folder.string(), folder.string()));
    return *manifest;
}

}  // namespace

IndexReader::IndexReader(fs::path folder)
    : folder_(std::move(folder)), manifest_(manifest_of(folder_)) {
    open();
}

void IndexReader::open() {
    database_ = Xapian::Database();
    for (const std::string& name : manifest_.databases)
        translating_xapian_errors("opened", folder_ / name, [&] {
            database_.add_database(Xapian::Database((folder_ / name).string()));
        });
}

bool IndexReader::reopen() {
    Manifest newest = manifest_of(folder_);
    const bool same_databases = newest.databases == manifest_.databases;
    manifest_ = std::move(newest);
    if (same_databases)
        return translating_xapian_errors("opened", folder_, [&] { return database_.reopen(); });
    open();
    return true;
}

std::optional<Xapian::docid> IndexReader::find(std::string_view id_or_key) const {
    return translating_xapian_errors("read", folder_, [&]() -> std::optional<Xapian::docid> {
        const std::string key =
            is_key(id_or_key) ? std::string(id_or_key) : archive::key_of(id_or_key);
        const auto posting = database_.postlist_begin(key_term(key));
        if (posting == database_.postlist_end(key_term(key))) return std::nullopt;
        return *posting;
    });
}

StoredArticle IndexReader::article(Xapian::docid document) {
    return translating_xapian_errors("read", folder_, [&] {
        return codec_.decoded(database_.get_document(document).get_data());
    });
}

bool is_key(std::string_view text) {
    constexpr std::size_t key_digits = 16;
    return text.size() == key_digits && std::ranges::all_of(text, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    });
}

}  // namespace nutgraf::index
