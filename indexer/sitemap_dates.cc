#include "indexer/sitemap_dates.h"

#include "analyzers/text/language.h"
#include "analyzers/text/normalise.h"
#include "base/digest.h"
#include "base/error.h"
#include "indexer/archive/ascii.h"
#include "indexer/archive/formats.h"
#include "indexer/archive/open_archive.h"
#include "indexer/archive/peeked_source.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace nutgraf::indexer {

namespace fs = std::filesystem;

namespace {

/// What two addresses of one page share: neither scheme, nor fragment, nor a slash at the end.
std::string_view page_of(std::string_view url) {
    if (const auto scheme = url.find("://"); scheme != std::string_view::npos)
        url.remove_prefix(scheme + 3);
    url = url.substr(0, url.find('#'));
    while (url.ends_with('/')) url.remove_suffix(1);
    return url;
}

std::uint64_t digest_of_page(std::string_view url) {
    const std::string_view page = page_of(url);
    const auto host_end = std::min(page.find('/'), page.size());
    std::string name = archive::lower_ascii(page.substr(0, host_end));
    name += page.substr(host_end);
    std::uint64_t digest = 0;
    std::memcpy(&digest, bytes_of(sha256(name)).data(), sizeof digest);
    return digest;
}

std::string one_line(const std::string& text) {
    return archive::on_one_line(analyzers::normalised_text(text).text);
}

/// The four texts that are kept of a page.
constexpr std::size_t kept_texts = 4;

std::array<std::string_view, kept_texts> texts_in(std::string_view told) {
    std::array<std::string_view, kept_texts> texts;
    for (std::string_view& text : texts) {
        const auto end = std::min(told.find('\0'), told.size());
        text = told.substr(0, end);
        told.remove_prefix(std::min(told.size(), end + 1));
    }
    return texts;
}

void complete(std::string& field, std::string_view told) {
    if (field.empty()) field = told;
}

/// The file name in the address of a sitemap, without what asks for it.
std::string name_in(std::string_view url) {
    url = url.substr(0, url.find_first_of("?#"));
    return std::string(url.substr(url.rfind('/') + 1));
}

/// The file of a sitemap in a list, unpacked or as it is served; empty when it lies nowhere.
fs::path file_beside(const fs::path& list, const std::string& url) {
    const std::string name = name_in(url);
    if (name.empty() || name.starts_with('.')) return {};
    const fs::path file = list.parent_path() / name;
    for (const fs::path& candidate : {file, archive::without_compression_suffix(file)})
        if (fs::is_regular_file(candidate)) return candidate;
    return {};
}

}  // namespace

void SitemapDates::read(const std::vector<fs::path>& paths, const Warn& warn) {
    for (const archive::ArchiveFile& file : archive::archive_files(paths))
        read_file(file.path, warn);
}

void SitemapDates::read_file(const fs::path& path, const Warn& warn) {
    if (std::ranges::find(read_, path) != read_.end()) return;
    read_.push_back(path);
    auto bytes = std::make_unique<archive::PeekedSource>(archive::open_bytes(path, {}));
    const auto root = archive::beginning_of(path.string(), bytes->beginning()).root.name;
    if (!archive::is_sitemap_root(root))
        throw Error(fmt::format("--sitemap: \"{}\" is no sitemap.", path.string()));
    archive::SitemapReader sitemap(std::move(bytes));
    while (const auto entry = sitemap.next()) {
        if (!entry->is_sitemap) {
            take(*entry);
            continue;
        }
        const fs::path beside = file_beside(path, entry->url);
        if (!beside.empty()) {
            read_file(beside, warn);
        } else if (warn) {
            warn({path.string(), entry->line},
                 fmt::format("The sitemap \"{}\" does not lie beside this list.", entry->url));
        }
    }
    if (const auto fault = sitemap.take_fault(); fault && warn)
        warn({path.string(), fault->line}, fault->message);
}

void SitemapDates::take(const archive::SitemapEntry& entry) {
    Page page;
    page.published = parse_day_span(entry.published);
    const std::string lang = analyzers::language_code(entry.lang).value_or(std::string());
    for (const std::string& text :
         {one_line(entry.updated), lang, one_line(entry.source), one_line(entry.title)})
        page.told += text + '\0';
    if (!page.published && page.told.size() == kept_texts) return;  // It says nothing.
    if (pages_.size() == most_sitemap_pages)
        throw Error(
            fmt::format("--sitemap: There are more than {} pages in the sitemaps; give "
                        "those of the files that are added.",
                        most_sitemap_pages));
    pages_.insert_or_assign(digest_of_page(entry.url), std::move(page));
}

archive::Article SitemapDates::completed(archive::Article article) const {
    if (pages_.empty() || article.url.empty()) return article;
    const auto found = pages_.find(digest_of_page(article.url));
    if (found == pages_.end()) return article;
    const archive::Published declared;
    const bool is_declared = article.published && article.published->basis == declared.basis;
    if (found->second.published && !is_declared)
        article.published = archive::Published{*found->second.published, declared.basis};
    const auto texts = texts_in(found->second.told);
    complete(article.updated, texts[0]);
    complete(article.lang, texts[1]);
    complete(article.source, texts[2]);
    complete(article.title, texts[3]);
    return article;
}

}  // namespace nutgraf::indexer
