#pragma once

#include "indexer/archive/byte_source.h"
#include "indexer/archive/xml/xml_trees.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace nutgraf::archive {

/// Whether files with such a root element are sitemaps, or lists of sitemaps.
bool is_sitemap_root(std::string_view name);

/// What a sitemap says of a page, or a list of sitemaps of one. What is absent is empty.
struct SitemapEntry {
    std::string url;
    std::string published;  ///< Of news; ISO 8601 where it can be read.
    std::string updated;    ///< As the sitemap writes it.
    std::string title;      ///< Of news.
    std::string lang;       ///< Of news.
    std::string source;     ///< Of news: the name of the publication.
    bool is_sitemap = false;
    std::uint64_t line = 0;
};

/// Reads sitemaps, with what they say of news, and lists of them, in bounded memory. Not
/// thread-safe: one per thread.
class SitemapReader {
public:
    explicit SitemapReader(std::unique_ptr<ByteSource> bytes);

    /// The next entry that has an address; empty at the end, or where nothing more can be read.
    std::optional<SitemapEntry> next();

    /// The first fault since this was asked last.
    std::optional<XmlFault> take_fault() { return trees_.take_fault(); }

private:
    XmlTrees trees_;
};

}  // namespace nutgraf::archive
