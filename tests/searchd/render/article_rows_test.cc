#include "searchd/render/article_rows.h"

#include "base/json.h"

#include <doctest/doctest.h>

#include <string>

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
    const auto record = parse_json(render::to_json_line(titled("A strike")));
    REQUIRE(record);
    CHECK((*record)["version"] == 1);
    CHECK((*record)["key"] == "0123456789abcdef");
    CHECK((*record)["id"] == "a1");
    CHECK((*record)["title"] == "A strike");
    CHECK((*record)["lang"] == "en");
    CHECK_FALSE(record->contains("source"));
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
