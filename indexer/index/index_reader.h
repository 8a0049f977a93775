#pragma once

#include "indexer/index/document_record.h"
#include "indexer/index/manifest.h"
#include "indexer/index/terms.h"
#include "indexer/index/xapian_error.h"

#include <xapian.h>

#include <cstdint>
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

    /// Moves on to the newest committed state.
    void reopen();

    /// Moves on to the newest state and calls `read`, which must use this reader alone; once more
    /// from the beginning, three times at most, when a writer takes that state away meanwhile. What
    /// Xapian throws comes out as Error.
    template <class Read>
    auto from_one_state(const Read& read);

    /// The sequence of the last change the opened state holds.
    std::uint64_t sequence() const;

    /// By which gazetteer its entities were recognised, as `gazetteer_metadata` has it.
    std::string gazetteer() const;

    /// The opened state. Valid until `reopen`.
    const Xapian::Database& database() const { return database_; }
    const Manifest& manifest() const { return manifest_; }
    const std::filesystem::path& folder() const { return folder_; }

    /// The document of an article by its key, or by its id; empty when there is none. To be called
    /// within `from_one_state`, like what follows: may throw what Xapian throws on reading.
    std::optional<Xapian::docid> find(std::string_view id_or_key) const;

    /// The article of a document.
    StoredArticle article(Xapian::docid document);

private:
    static constexpr int max_tries = 3;

    void open();
    bool is_superseded() const;

    std::filesystem::path folder_;
    Manifest manifest_;
    Xapian::Database database_;
    RecordCodec codec_;
};

template <class Read>
auto IndexReader::from_one_state(const Read& read) {
    for (int tries = 1;; ++tries) {
        try {
            reopen();
            return translating_xapian_errors("read", folder_, read);
        } catch (const Xapian::DatabaseModifiedError&) {
            if (tries == max_tries)
                throw Error("The index changed three times while it was read; try again.");
        } catch (const Error&) {
            // A rebuild removes the databases it has replaced.
            if (tries == max_tries || !is_superseded()) throw;
        }
    }
}

}  // namespace nutgraf::index
