#include "searchd/render/versions.h"

#include "searchd/render/html.h"
#include "tests/searchd/render/html_questions.h"
#include "tests/searchd/render/pages.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_versions_test {

using namespace nutgraf;
using namespace nutgraf::render;
using namespace nutgraf::test;

namespace {

constexpr std::chrono::sys_seconds noon{std::chrono::seconds(1'557'489'600)};  // 10 May 2019.

/// Two versions of a strike, of which the first had another headline, before the present one.
search::VersionsView strike() {
    search::VersionsView view{"w-1", "a97e00afe77067cb", "Strike <over>", "en", 7, 2};
    view.versions = {
        {{1, "Strike", "", std::nullopt, noon, noon + std::chrono::hours(1)},
         "Cranes stand.",
         search::text_diff("Cranes stand.", "Cranes stand.\n<Nobody> knows.")},
        {{2, "Strike <over>", "2019-05-11", std::nullopt, noon + std::chrono::hours(1),
          noon + std::chrono::hours(24)},
         "Cranes stand.\n<Nobody> knows.",
         search::text_diff("Cranes stand.\n<Nobody> knows.", "Cranes move.\n<Nobody> knows.")}};
    return view;
}

}  // namespace

TEST_CASE("an article says when it changed last, how often, and how much of that is kept") {
    struct Case {
        std::uint64_t former;
        std::size_t kept;
        const char* sentence;
    };
    const Case cases[] = {
        {0, 0, ""},
        {1, 1, "Changed on 10 May 2019; 1 former version"},
        {2, 2, "Changed on 10 May 2019; 2 former versions"},
        {25, 20, "Changed on 10 May 2019; 25 former versions, of which the last 20 are kept"},
        {3, 1, "Changed on 10 May 2019; 3 former versions, of which the last one is kept"},
        {1, 0, "Changed on 10 May 2019; 1 former version, too long to be kept"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.sentence);
        search::VersionLines versions{c.former, noon};
        versions.kept.resize(c.kept);
        CHECK(change_sentence(versions) == c.sentence);
    }
}

TEST_CASE("the page of an article leads to its former versions where it has any") {
    ArticlePage page = article_with({"Strike", {}}, {"Cranes move.", {}});
    CHECK_FALSE(holds(article_page(page), "Changed on"));
    page.article.versions = {1, noon};
    page.article.versions.kept.resize(1);
    CHECK(holds(article_page(page),
                "<a href=\"/articles/a97e00afe77067cb/versions\">Changed on 10 "
                "May 2019; 1 former version</a>"));
}

TEST_CASE("the page of versions has the latest change first, and headlines that changed") {
    const std::string html = versions_page(strike());
    CHECK(holds(html, "One article, 2 former versions"));
    CHECK(html.find("id=\"version-2\"") < html.find("id=\"version-1\""));
    CHECK(holds(html,
                "Changed on <time datetime=\"2019-05-11T12:00:00Z\">11 May 2019 at 12:00 "
                "UTC</time>"));
    CHECK(holds(html,
                "Version 1, which came in on 10 May 2019 at 12:00 UTC, became version 2 · 1 "
                "of 2 paragraphs the same"));
    CHECK(holds(html, " · updated 2019-05-11, became version 3"));
    CHECK(holds(html, "Cranes <del>stand</del>."));
    CHECK(holds(html, "Cranes <ins>move</ins>."));
    // One headline changed, the other did not.
    CHECK(html.find("class=\"headlines\"") == html.rfind("class=\"headlines\""));
    CHECK(holds(html, "<ins lang=\"en\" dir=\"auto\">Strike &lt;over&gt;</ins>"));
    CHECK(holds(html, "&lt;Nobody&gt; knows."));
    CHECK_FALSE(holds(html, "<Nobody>"));
    CHECK_FALSE(holds(html, "kept no more"));
}

TEST_CASE("the page of versions says what is kept no more, or that nothing changed") {
    search::VersionsView view = strike();
    view.former = 3;
    CHECK(holds(versions_page(view), "1 earlier version is kept no more."));
    view.former = 0;
    view.versions.clear();
    CHECK(holds(versions_page(view), "It has not changed since it came in."));
}

TEST_CASE("at a terminal nothing of a version can command it") {
    search::VersionsView view = strike();
    view.versions[0].changes = search::text_diff("Cranes \x1B[2J stand.", "Cranes \x1B[2J move.");
    view.versions[0].line.title = "Str\x1Bike";
    const std::string text = to_terminal(view, {});
    CHECK_FALSE(holds(text, "\x1B"));
    CHECK(holds(text, "w-1  a97e00afe77067cb\n2 former versions\n"));
    CHECK(holds(text, "Version 2, of 2019-05-10T13:00:00Z, to version 3, of 2019-05-11T12:00:00Z"));
}

TEST_CASE("a record has numbers, instants and rows, and leaves out what is not known") {
    const Json record = to_json(strike());
    CHECK(record.at("total").at("value") == 2);
    const Json& first = record.at("versions").at(0);
    CHECK(first.at("number") == 1);
    CHECK(first.at("seen") == "2019-05-10T12:00:00Z");
    CHECK(first.at("replaced") == "2019-05-10T13:00:00Z");
    CHECK_FALSE(first.contains("updated"));
    CHECK_FALSE(first.contains("published"));
    CHECK(first.at("diff").at("before") == 1);
    CHECK(first.at("diff").at("after") == 2);
    CHECK(first.at("diff").at("rows").at(1).at("kind") == "added");
    CHECK(record.at("versions").at(1).at("updated") == "2019-05-11");
}

}  // namespace nutgraf::tests::in_versions_test
