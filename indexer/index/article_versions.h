#pragma once

#include "indexer/archive/article.h"
#include "indexer/index/record_fields.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace nutgraf::index {

/// What an article said before another version took its place.
struct FormerVersion {
    std::string title;
    std::string text;     ///< As archive::text_of has it.
    std::string updated;  ///< As the archive writes it.
    std::optional<archive::Published> published;
    std::chrono::sys_seconds seen;      ///< When this title and text came in.
    std::chrono::sys_seconds replaced;  ///< When others took their place.

    bool operator==(const FormerVersion&) const = default;
};

/// The versions of an article, told apart by title and text. They are derived from the changes of
/// the journal, one after the other, so the same journal makes the same versions.
struct ArticleVersions {
    std::chrono::sys_seconds since;        ///< When the present title and text came in.
    std::uint64_t former = 0;              ///< How many there were before, those not kept included.
    std::vector<FormerVersion> kept = {};  ///< The last of these, in their order.

    bool operator==(const ArticleVersions&) const = default;
};

/// How many former versions are kept, and how many bytes of text they have together.
constexpr std::size_t most_kept_versions = 20;
constexpr std::size_t most_kept_bytes = std::size_t{1} << 20U;

/// The versions of an article that takes the place of `former`, whose own versions are `versions`,
/// at an instant. One that says the same but for white space is no new version. Of more than may be
/// kept the oldest go first.
ArticleVersions versions_after(ArticleVersions versions, const archive::Article& former,
                               const archive::Article& article, std::chrono::sys_seconds seen);

/// The number of a former version, counted from 1 over all that there ever were; `place` is that
/// among the kept. The present version has the number `former + 1`.
std::uint64_t number_of(const ArticleVersions& versions, std::size_t place);

// As part of a record, and back. The latter throws Error where the record is damaged.

void put_versions(std::string& bytes, const ArticleVersions& versions);
ArticleVersions versions_from(RecordFields& fields);

}  // namespace nutgraf::index
