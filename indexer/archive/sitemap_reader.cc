#include "indexer/archive/sitemap_reader.h"

#include "indexer/archive/article_date.h"
#include "indexer/archive/ascii.h"

#include <utility>

namespace nutgraf::archive {

namespace {

bool is_around_entries(const XmlNode& node) {
    return is_sitemap_root(lower_ascii(node.name));
}

std::string line_in(const XmlNode* node) {
    return on_one_line(text_in(node));
}

void take_news(const XmlNode& news, SitemapEntry& entry) {
    const std::string date = line_in(child(news, "news:publication_date"));
    entry.published = iso_8601_of(date).value_or(date);
    entry.title = line_in(child(news, "news:title"));
    if (const XmlNode* publication = child(news, "news:publication")) {
        entry.source = line_in(child(*publication, "news:name"));
        entry.lang = line_in(child(*publication, "news:language"));
    }
}

}  // namespace

bool is_sitemap_root(std::string_view name) {
    return name == "urlset" || name == "sitemapindex";
}

SitemapReader::SitemapReader(std::unique_ptr<ByteSource> bytes)
    : trees_(std::move(bytes), &is_around_entries) {}

std::optional<SitemapEntry> SitemapReader::next() {
    while (const auto tree = trees_.next()) {
        if (tree->name != "url" && tree->name != "sitemap") continue;
        SitemapEntry entry;
        entry.url = line_in(child(*tree, "loc"));
        if (entry.url.empty()) continue;
        entry.is_sitemap = tree->name == "sitemap";
        entry.line = tree->line;
        entry.updated = line_in(child(*tree, "lastmod"));
        if (const XmlNode* news = child(*tree, "news:news")) take_news(*news, entry);
        return entry;
    }
    return std::nullopt;
}

}  // namespace nutgraf::archive
