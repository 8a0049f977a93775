#pragma once

#include "indexer/archive/article.h"
#include "indexer/archive/sitemap_reader.h"
#include "indexer/ingest.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace nutgraf::indexer {

/// How many pages the sitemaps of a run may list; a million take up to 200 MB of memory.
constexpr std::size_t most_sitemap_pages = 1'000'000;

/// What sitemaps say of pages, by address: asked for every article of a run. Immutable once read:
/// may then be shared between threads.
class SitemapDates {
public:
    /// Told of what cannot be read, or is not there.
    using Warn = std::function<void(const Place&, std::string_view what)>;

    /// Reads files, and the files below folders. A list of sitemaps stands for those of its
    /// sitemaps that lie beside it. Throws Error for a path that does not exist or a file that is
    /// no sitemap, and when there are more pages than `most_sitemap_pages`.
    void read(const std::vector<std::filesystem::path>& paths, const Warn& warn);

    /// The article with what the sitemaps know and it does not say: when it was published and
    /// changed, headline, language, source. A date that was only read off its text gives way.
    archive::Article completed(archive::Article article) const;

private:
    struct Page {
        std::optional<DaySpan> published;
        std::string told;  ///< The other texts, one behind the other with NULs between.
    };

    void read_file(const std::filesystem::path& path, const Warn& warn);
    void take(const archive::SitemapEntry& entry);

    std::unordered_map<std::uint64_t, Page> pages_;  // By the digest of the address.
    std::vector<std::filesystem::path> read_;
};

}  // namespace nutgraf::indexer
