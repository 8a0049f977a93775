#pragma once

#include "indexer/archive/article.h"
#include "indexer/index/article_versions.h"
#include "indexer/index/entity_record.h"
#include "indexer/index/story_place.h"

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace nutgraf::index {

/// An article as the index stores it for serving.
struct StoredArticle {
    archive::Article article;       ///< As it was added: cleaned.
    std::string lang;               ///< Declared, or else detected; empty when neither.
    StoredEntities named;           ///< The organisations and people it names.
    ArticleVersions versions = {};  ///< What it said before.
    /// When it was taken in; no part of the record, and only set where it comes out of an index.
    std::optional<std::chrono::sys_seconds> seen = std::nullopt;
    std::optional<StoryPlace> story = std::nullopt;  ///< Likewise; empty where it has no copies.

    bool operator==(const StoredArticle&) const = default;
};

/// Turns stored articles into document data and back: a version byte, then a Zstandard frame with
/// its checksum over the fields, each with its length (docs/index-format.md). Not thread-safe: one
/// per thread.
class RecordCodec {
public:
    RecordCodec();
    ~RecordCodec();
    RecordCodec(RecordCodec&&) noexcept;
    RecordCodec& operator=(RecordCodec&&) = delete;
    RecordCodec(const RecordCodec&) = delete;
    RecordCodec& operator=(const RecordCodec&) = delete;

    std::string encoded(const StoredArticle& stored);

    /// Throws Error when the bytes are damaged or of another version.
    StoredArticle decoded(std::string_view data);

private:
    struct Contexts;
    std::unique_ptr<Contexts> contexts_;
};

}  // namespace nutgraf::index
