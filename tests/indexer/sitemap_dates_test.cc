#include "indexer/sitemap_dates.h"

#include "tests/base/scratch_folder.h"
#include "tests/support/failure.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace nutgraf::tests::in_sitemap_dates_test {

using namespace nutgraf;
using namespace nutgraf::indexer;
using namespace nutgraf::tests;
using archive::Article;

namespace {

std::string sitemap(const std::string& urls) {
    return "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' "
           "xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'>" +
           urls + "</urlset>";
}

std::string news(const std::string& url) {
    return "<url><loc>" + url +
           "</loc><lastmod>2019-05-12</lastmod><news:news><news:publication><news:name>The "
           "Courier</news:name><news:language>en</news:language></news:publication>"
           "<news:publication_date>2019-05-10</news:publication_date><news:title>Cranes</"
           "news:title>"
           "</news:news></url>";
}

SitemapDates read_sitemaps(const std::vector<std::filesystem::path>& paths,
                           std::vector<std::string>* warnings = nullptr) {
    SitemapDates dates;
    dates.read(paths, [&](const Place& place, std::string_view what) {
        if (warnings != nullptr) warnings->push_back(fmt::format("{}: {}", place.line, what));
    });
    return dates;
}

Article article_at(const std::string& url) {
    Article article;
    article.url = url;
    return article;
}

/// What an article at an address gets: its days and basis, or "undated".
std::string date_for(const SitemapDates& dates, const Article& article) {
    const Article completed = dates.completed(article);
    if (!completed.published) return "undated";
    return iso_date(completed.published->days.first) + " " + completed.published->basis;
}

}  // namespace

TEST_CASE("an article gets what a sitemap knows of its address and it does not say itself") {
    const ScratchFolder folder;
    const auto dates = read_sitemaps({folder.write("s.xml", sitemap(news("https://c.example/a")))});
    Article bare = article_at("https://c.example/a");
    CHECK(dates.completed(bare).title == "Cranes");
    CHECK(dates.completed(bare).source == "The Courier");
    CHECK(dates.completed(bare).lang == "en");
    CHECK(dates.completed(bare).updated == "2019-05-12");
    CHECK(date_for(dates, bare) == "2019-05-10 metadata");
    Article told = bare;
    told.title = "Ships";
    told.published = archive::Published{*parse_day_span("2018-01-01")};
    CHECK(dates.completed(told).title == "Ships");
    CHECK(date_for(dates, told) == "2018-01-01 metadata");
    // What was only read off a text gives way.
    told.published->basis = "dateline";
    CHECK(date_for(dates, told) == "2019-05-10 metadata");
}

TEST_CASE("addresses are the same without their scheme, fragment and last slash") {
    const ScratchFolder folder;
    const auto dates =
        read_sitemaps({folder.write("s.xml", sitemap(news("https://C.example/a/?x=1")))});
    struct Case {
        std::string url;
        bool is_same;
    };
    const Case cases[] = {
        {"https://c.example/a/?x=1", true},      {"http://c.example/a/?x=1", true},
        {"https://c.example/a/?x=1#top", true},  {"https://c.example/a/?x=1/", true},
        {"https://c.example/A/?x=1", false},     {"https://c.example/a/", false},
        {"https://www.c.example/a/?x=1", false}, {"", false},
    };
    for (const Case& c : cases) {
        CAPTURE(c.url);
        CHECK((date_for(dates, article_at(c.url)) != "undated") == c.is_same);
    }
}

TEST_CASE("when a page was changed is not when it was published") {
    const ScratchFolder folder;
    const auto dates = read_sitemaps({folder.write(
        "s.xml",
        sitemap("<url><loc>http://c.example/a</loc><lastmod>2019-05-12</lastmod></url>"))});
    CHECK(date_for(dates, article_at("http://c.example/a")) == "undated");
    CHECK(dates.completed(article_at("http://c.example/a")).updated == "2019-05-12");
}

TEST_CASE("a list of sitemaps stands for those that lie beside it") {
    const ScratchFolder folder;
    folder.write("may.xml", sitemap(news("http://c.example/a")));
    const auto list =
        folder.write("list.xml",
                     "<sitemapindex>\n<sitemap><loc>http://c.example/x/may.xml.gz</loc></sitemap>"
                     "\n<sitemap><loc>http://c.example/june.xml</loc></sitemap>\n"
                     "<sitemap><loc>http://c.example/list.xml</loc></sitemap>\n"
                     "<sitemap><loc>http://c.example/..</loc></sitemap></sitemapindex>");
    std::vector<std::string> warnings;
    const auto dates = read_sitemaps({list, folder.path()}, &warnings);
    CHECK(date_for(dates, article_at("http://c.example/a")) == "2019-05-10 metadata");
    CHECK(warnings ==
          std::vector<std::string>{
              "3: The sitemap \"http://c.example/june.xml\" does not lie beside this list.",
              "5: The sitemap \"http://c.example/..\" does not lie beside this list."});
}

TEST_CASE("what is no sitemap is refused, and one that is damaged is read as far as it goes") {
    const ScratchFolder folder;
    const auto page = folder.write("page.html", "<html></html>");
    CHECK(failure([&] { read_sitemaps({page}); }).find("page.html\" is no sitemap.") !=
          std::string::npos);
    CHECK(failure([&] {
              read_sitemaps({folder.path() / "none"});
          }).find("There is no file or folder") != std::string::npos);
    std::vector<std::string> warnings;
    const auto dates =
        read_sitemaps({folder.write("s.xml", "<urlset>" + news("http://c.example/a"))}, &warnings);
    CHECK(warnings.size() == 1);
    CHECK(dates.completed(article_at("http://c.example/a")).updated == "2019-05-12");
}

}  // namespace nutgraf::tests::in_sitemap_dates_test
