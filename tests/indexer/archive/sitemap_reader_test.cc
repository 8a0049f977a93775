#include "indexer/archive/sitemap_reader.h"

#include "indexer/archive/formats.h"
#include "tests/indexer/archive/byte_sources.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace nutgraf::tests::in_sitemap_reader_test {

using namespace nutgraf;
using namespace nutgraf::archive;
using namespace nutgraf::tests;

namespace {

/// "url|published|updated|title|lang|source", a line an entry; lists of sitemaps with a "+".
std::string read_sitemap(const std::string& xml) {
    SitemapReader reader(std::make_unique<TextSource>(xml, 7));
    std::string text;
    while (const auto entry = reader.next())
        text +=
            fmt::format("{}{}|{}|{}|{}|{}|{}\n", entry->is_sitemap ? "+" : "", entry->url,
                        entry->published, entry->updated, entry->title, entry->lang, entry->source);
    if (const auto fault = reader.take_fault()) text += fmt::format("{}: fault\n", fault->line);
    return text;
}

const std::string news =
    "<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'\n"
    " xmlns:n='http://www.google.com/schemas/sitemap-news/0.9'>\n"
    "<url><loc> https://c.example/a?x=1&amp;y=2 </loc><lastmod>2019-05-11</lastmod><n:news>"
    "<n:publication><n:name>The Courier</n:name><n:language>en</n:language></n:publication>"
    "<n:publication_date>2019-05-10T01:00:00Z</n:publication_date><n:title>Cranes &amp; "
    "harbours</n:title></n:news></url>\n<url><loc>https://c.example/b</loc></url></urlset>";

}  // namespace

TEST_CASE("a sitemap says when its pages were published and changed") {
    CHECK(read_sitemap(news) ==
          "https://c.example/a?x=1&y=2|2019-05-10T01:00:00Z|2019-05-11|Cranes & harbours|en|"
          "The Courier\nhttps://c.example/b|||||\n");
    CHECK(read_sitemap("<s:urlset xmlns:s='http://www.google.com/schemas/sitemap/0.84'><s:url>"
                       "<s:loc>http://c.example/</s:loc><s:lastmod>2019</s:lastmod></s:url>"
                       "</s:urlset>") == "http://c.example/||2019|||\n");
    CHECK(read_sitemap("<sitemapindex><sitemap><loc>http://c.example/news.xml.gz</loc>"
                       "<lastmod>2019-05-10</lastmod></sitemap></sitemapindex>") ==
          "+http://c.example/news.xml.gz||2019-05-10|||\n");
    CHECK(read_sitemap("<urlset><url><lastmod>2019</lastmod></url></urlset>").empty());
}

TEST_CASE("a damaged sitemap gives what stands before the damage, and says where it is") {
    const auto text = read_sitemap(news.substr(0, news.size() - 30));
    CHECK(text.starts_with("https://c.example/a?x=1&y=2|"));
    CHECK(text.ends_with("4: fault\n"));
    CHECK(read_sitemap("").find("|") == std::string::npos);
}

TEST_CASE("a sitemap among the files to read is refused with what to do") {
    const auto found = format_by_looking(beginning_of("sitemap.xml", news));
    REQUIRE_FALSE(found);
    CHECK(found.error().message ==
          "A sitemap holds no articles; \"--sitemap\" takes dates from it for the pages it lists.");
}

}  // namespace nutgraf::tests::in_sitemap_reader_test
