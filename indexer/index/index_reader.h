#pragma once

#include "indexer/index/document_record.h"
#include "indexer/index/manifest.h"

#include <xapian.h>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace nutgraf::index {

/// An index opened to read, through its manifest. Not thread-safe: one per thread.
class IndexReader {
public:
    /// Throws Error when the folder holds no index, or one that cannot be read.
    explicit IndexReader(std::filesystem::path folder);

    /// Moves on to the newest committed state; true when there was a newer one.
    bool reopen();

    /// The opened state. Valid until `reopen`.
    const Xapian::Database& database() const { return database_; }
    const Manifest& manifest() const { return manifest_; }
    const std::filesystem::path& folder() const { return folder_; }

    /// The document of an article by its key, or by its id; empty when there is none.
    /// May throw Xapian::DatabaseModifiedError: reopen and repeat.
    std::optional<Xapian::docid> find(std::string_view id_or_key) const;

    /// The article of a document. May throw Xapian::DatabaseModifiedError.
    StoredArticle article(Xapian::docid document);

private:
    void open();

    std::filesystem::path folder_;
    Manifest manifest_;
    Xapian::Database database_;
    RecordCodec codec_;
};

/// Whether a text has the form of a key: 16 lower-case hexadecimal digits.
bool is_key(std::string_view text);

}  // namespace nutgraf::index
