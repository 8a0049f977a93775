#include "searchd/render/article_rows.h"

#include "base/json.h"

#include <doctest/doctest.h>

#include <string>

namespace nutgraf::tests::in_article_rows_test {

using namespace nutgraf;

namespace {

search::ArticleView titled(const std::string& title) {
    search::ArticleView view;
    view.key = "0123456789abcdef";
    view.article.id = "a1";
    view.article.title = title;
    view.article.byline = {"Ann Field", "Bo Lind"};
    view.article.published = {*parse_day_span("2019-05")};
    view.lang = "en";
    view.text.text = "One.\nTwo.";
    return view;
}

}  // namespace

TEST_CASE("a CSV row quotes what it must and can be no formula") {
    struct Case {
        const char* title;
        const char* field;
    };
    constexpr Case cases[] = {
        {"Plain words", "Plain words"},
        {"One, two", "\"One, two\""},
        {"He said \"no\"", "\"He said \"\"no\"\"\""},
        {"=1+1", "'=1+1"},
        {"+44 20", "'+44 20"},
        {"-5 degrees", "'-5 degrees"},
        {"@here", "'@here"},
        {"\tindented", "'\tindented"},
        {"=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""},
        {"a=b", "a=b"},
        {"", ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.title);
        CHECK(render::to_csv_row(titled(c.title)) ==
              std::string("a1,0123456789abcdef,,") + c.field +
                  ",,Ann Field; Bo Lind,2019-05-01,2019-05-31,en,,\"One.\nTwo.\"\r\n");
    }
}

TEST_CASE("a CSV has as many names as values") {
    CHECK(render::csv_header() ==
          "id,key,url,title,source,byline,published_from,published_to,lang,section,text\r\n");
}

TEST_CASE("a line of JSON has what is known under the names of the import fields") {
    search::ArticleView view = titled("A strike");
    view.article.extra = {{"desk", "Foreign"}, {"title", "another"}};
    CHECK(render::to_json_line(view) ==
          R"({"version":1,"key":"0123456789abcdef","id":"a1","title":"A strike",)"
          R"("byline":["Ann Field","Bo Lind"],"published":"2019-05","lang":"en","desk":"Foreign"})"
          "\n");
}

TEST_CASE("a date is written so that it says as much when it is read again") {
    for (const char* date : {"2019", "2019-05", "2019-02", "2019-05-10", "2020-12-31"}) {
        search::ArticleView view = titled("A strike");
        view.article.published = {*parse_day_span(date)};
        const auto record = parse_json(render::to_json_line(view));
        REQUIRE(record);
        CHECK((*record)["published"] == date);
    }
}

TEST_CASE("a hit is a row of its own columns, without what could command a terminal") {
    search::Hit hit;
    hit.id = "a1";
    hit.key = "0123456789abcdef";
    hit.title.text = "=A \x1B[2J strike";
    hit.score = 2.5;
    CHECK(render::csv_header_of_hits() ==
          "score,id,key,url,title,source,byline,published_from,published_to,lang\r\n");
    CHECK(render::to_csv_row(hit) == "2.500,a1,0123456789abcdef,,'=A <U+001B>[2J strike,,,,,\r\n");
}

}  // namespace nutgraf::tests::in_article_rows_test
