#include "searchd/search/finder.h"

#include "searchd/search/highlighter.h"
#include "tests/searchd/named_article.h"
#include "tests/searchd/query/entity_facts.h"
#include "tests/searchd/search/marked.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_finder_test {

using namespace nutgraf;

namespace {

/// What a query marks: "title / text", the marks in square brackets.
std::string marks(std::string_view query, const index::StoredArticle& stored) {
    const auto parsed = query::parse_query(query, tests::with_gazetteer());
    search::Highlighter highlighter(parsed->query, {"en"});
    const search::Highlights found = highlighter.highlights(stored, stored.article.body);
    return tests::bracketed(stored.article.title, found.title) + " / " +
           tests::bracketed(stored.article.body, found.text);
}

struct Case {
    std::string query, expected;
};

}  // namespace

TEST_CASE("only places that stand near enough are marked") {
    const auto article =
        tests::named_article("id", "Ban", "ban huawei x ban y z ban, huawei's co-op ban");
    const Case cases[] = {
        {"ban NEAR/1 huawei", "Ban / [ban] [huawei] x ban y z [ban], [huawei]'s co-op ban"},
        {"huawei NEAR/2 ban", "Ban / [ban] [huawei] x [ban] y z [ban], [huawei]'s co-op ban"},
        {"ban ADJ huawei", "Ban / [ban] [huawei] x ban y z [ban], [huawei]'s co-op ban"},
        {"huawei ADJ/2 ban", "Ban / ban [huawei] x [ban] y z ban, huawei's co-op ban"},
        {"huawei ADJ coop", "Ban / ban huawei x ban y z ban, [huawei]'s [co-op] ban"},
        {"ban NOT NEAR/1 huawei", "[Ban] / ban huawei x [ban] y z ban, huawei's co-op [ban]"},
        {"ban ADJ huawei ADJ x", "Ban / [ban] [huawei] [x] ban y z ban, huawei's co-op ban"},
        {"x ADJ ban NOT ADJ y", "Ban / ban huawei x ban y z ban, huawei's co-op ban"},
        {"\"y z\" NEAR/1 ban", "Ban / ban huawei x [ban] [y z] [ban], huawei's co-op ban"},
        {"(x OR z) ADJ ban", "Ban / ban huawei [x] [ban] y [z] [ban], huawei's co-op ban"},
        {"\"z huawei ban\"~2", "Ban / ban huawei x ban y [z] [ban], [huawei]'s co-op ban"},
        {"\"ban ban\"~3", "Ban / [ban] huawei x [ban] y z [ban], huawei's co-op ban"},
        {"x NEAR/1 y", "Ban / ban huawei x ban y z ban, huawei's co-op ban"},
        {"title:ban NEAR/5 huawei", "Ban / ban huawei x ban y z ban, huawei's co-op ban"},
        {"y -(ban NEAR/1 huawei)", "Ban / ban huawei x ban y z ban, huawei's co-op ban"},
        {"y OR x NEAR/1 y", "Ban / ban huawei x ban [y] z ban, huawei's co-op ban"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.query);
        CHECK(marks(c.query, article) == c.expected);
    }
}

TEST_CASE("an entity is marked where it is mentioned, by whatever name") {
    const auto article = tests::named_article(
        "id", "{Huawei=XOhuawei} ban",
        "{The giant=XOhuawei} said {Senator Coons=XFchris-coons XRsenator} was wrong, {Huawei "
        "Technologies=XOhuawei} ban huawei Acme Widgets");
    const Case cases[] = {
        {"org:huawei",
         "[Huawei] ban / [The giant] said Senator Coons was wrong, [Huawei Technologies] ban "
         "huawei "
         "Acme Widgets"},
        {"role:senator",
         "Huawei ban / The giant said [Senator Coons] was wrong, Huawei Technologies ban huawei "
         "Acme Widgets"},
        {"\"org:huawei ban\"",
         "[Huawei ban] / The giant said Senator Coons was wrong, [Huawei Technologies ban] huawei "
         "Acme Widgets"},
        {"title:\"org:huawei\"",
         "[Huawei] ban / The giant said Senator Coons was wrong, Huawei Technologies ban huawei "
         "Acme Widgets"},
        {"org:huawei NEAR/2 person:coons",
         "Huawei ban / [The giant] said [Senator Coons] was wrong, Huawei Technologies ban huawei "
         "Acme Widgets"},
        {"org:\"acme widgets\"",
         "Huawei ban / The giant said Senator Coons was wrong, Huawei Technologies ban huawei "
         "[Acme "
         "Widgets]"},
        {"-org:huawei",
         "Huawei ban / The giant said Senator Coons was wrong, Huawei Technologies ban huawei Acme "
         "Widgets"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.query);
        CHECK(marks(c.query, article) == c.expected);
    }
}

TEST_CASE("what is found has the positions of the index, and each operand a list of its own") {
    const search::Words words("one two-three one four");
    const search::Finder finder({index::Field::body, words, nullptr}, nullptr);
    const auto found = finder.word({"twothree", "twothree"});
    REQUIRE(found.size() == 1);
    CHECK(found[0].span == query::Span{1, 1});  // Where its first part stands.
    CHECK(found[0].mark == search::Mark{4, 13});
    const auto phrase = finder.phrase({{{"two", "two"}}, {{"three", "three"}}, {{"one", "one"}}});
    REQUIRE(phrase.size() == 1);
    CHECK(phrase[0].span == query::Span{1, 3});
    const auto near = tests::query_read("one NEAR/1 four NOT NEAR/1 five");
    const auto lists = finder.near(std::get<query::Proximity>(near.node));
    REQUIRE(lists.size() == 3);
    CHECK(lists[0].size() == 1);
    CHECK(lists[0][0].span == query::Span{3, 3});
    CHECK(lists[1].size() == 1);
    CHECK(lists[2].empty());
    const auto within = tests::query_read("\"one four one\"~9");
    const auto gathered = finder.within(std::get<query::Within>(within.node));
    REQUIRE(gathered.size() == 2);
    CHECK(gathered[0].size() == 2);
    CHECK(gathered[1].size() == 1);
    CHECK(finder.entity({index::EntityField::org, "x", {"XOx"}, {}}).empty());
}

TEST_CASE("long chains over a text of one word cost bounded work") {
    std::string text;
    constexpr std::size_t words = 2'000;
    for (std::size_t i = 0; i < words; ++i) text += "ban ";
    const auto article = tests::named_article("id", "", text);
    const std::string chain = tests::repeated("ban NEAR/100 ", 255) + "ban";
    const std::string phrase = "\"" + tests::repeated("ban ", 90) + "\"~100";
    for (const std::string& query : {chain, phrase}) {
        search::Highlighter highlighter(tests::query_read(query), {"en"});
        CHECK(highlighter.highlights(article, text).text.size() == words);
    }
    const std::string never = "\"" + tests::repeated("ban ", 110) + "\"~100";
    search::Highlighter highlighter(tests::query_read(never), {"en"});
    CHECK(highlighter.highlights(article, text).text.empty());
}

}  // namespace nutgraf::tests::in_finder_test
