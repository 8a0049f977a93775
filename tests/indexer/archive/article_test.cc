#include "indexer/archive/article.h"

#include "base/error.h"
#include "tests/indexer/random_article.h"
#include "tests/support/failure.h"

#include <doctest/doctest.h>

#include <set>

namespace nutgraf::tests::in_article_test {

using namespace nutgraf;
using namespace nutgraf::archive;
using nutgraf::tests::failure;
using nutgraf::tests::random_article;

namespace {

/// The article a record is read as, then a line for each warning; or "refused: " and why.
std::string read(const std::string& record) {
    const auto json = parse_json(record);
    if (!json) return "no JSON: " + json.error().message;
    const auto read = article_from_json(*json);
    if (!read) return "refused: " + read.error().message;
    std::string text = to_text(to_json(read->article));
    for (const std::string& warning : read->warnings) text += "\n" + warning;
    return text;
}

struct Case {
    std::string record, expected;
};

void check(std::span<const Case> cases) {
    for (const Case& c : cases) {
        CAPTURE(c.record);
        CHECK(read(c.record) == c.expected);
    }
}

std::string nested(int levels) {
    const auto count = static_cast<std::size_t>(levels);
    return std::string(count, '[') + std::string(count, ']');
}

Article full_article() {
    Article article;
    article.id = "id";
    article.url = "https://example.org/";
    article.title = "Title";
    article.standfirst = "Standfirst";
    article.body = "Body";
    article.updated = "2019";
    article.source = "Courier";
    article.section = "World";
    article.lang = "en";
    article.wire = "AP";
    article.place = "Paris";
    article.byline = {"A", "B"};
    article.published = Published{*parse_day_span("2019-05")};
    article.extra["kept"] = 1;
    return article;
}

}  // namespace

TEST_CASE("a record is read under the import fields' names and their aliases") {
    const Case cases[] = {
        {R"({"id":"1","url":"u","title":"t","standfirst":"s","body":"b","updated":"d",)"
         R"("source":"c","section":"e","lang":"en","wire":"w","place":"p"})",
         R"({"id":"1","url":"u","title":"t","standfirst":"s","body":"b","updated":"d",)"
         R"("source":"c","section":"e","lang":"en","wire":"w","place":"p"})"},
        {R"({"text":"b"})", R"({"body":"b"})"},
        {R"({"content":"b"})", R"({"body":"b"})"},
        {R"({"headline":"t"})", R"({"title":"t"})"},
        {R"({"title":"t","date":"2019-05-10"})",
         R"({"title":"t","published":{"from":"2019-05-10","to":"2019-05-10","basis":"metadata"}})"},
        {R"({"Title":"no alias","title":"t"})", R"({"title":"t","extra":{"Title":"no alias"}})"},
        {R"({"title":"","headline":"t"})", R"({"title":"t"})"},
    };
    check(cases);
}

TEST_CASE("null counts as absent and a number as its digits") {
    const Case cases[] = {
        {R"({"title":"t","body":null,"published":null,"byline":null,"other":null})",
         R"({"title":"t"})"},
        {R"({"id":12,"title":2019})", R"({"id":"12","title":"2019"})"},
        {R"({"id":-1.5,"title":"t"})", R"({"id":"-1.5","title":"t"})"},
        {R"({"id":18446744073709551615,"title":"t"})",
         R"({"id":"18446744073709551615","title":"t"})"},
        {R"({"title":"t","date":2019})",
         R"({"title":"t","published":{"from":"2019-01-01","to":"2019-12-31","basis":"metadata"}})"},
        {R"({"title":"t","byline":[7]})", R"({"title":"t","byline":["7"]})"},
    };
    check(cases);
}

TEST_CASE("texts are normalised, and the title is one line") {
    const Case cases[] = {
        {R"({"title":"cafe\u0301","body":"a\r\nb\u0000c"})", R"({"title":"café","body":"a\nbc"})"},
        {R"({"title":"  A\n headline\t\tin  three\r\nlines "})",
         R"({"title":"A headline in three lines"})"},
        {R"({"body":"\ufeff one\n\ntwo "})", R"({"body":" one\n\ntwo "})"},
    };
    check(cases);
}

TEST_CASE("a byline is one name or a list of names, none of them empty") {
    const Case cases[] = {
        {R"({"title":"t","byline":"Ann Lee"})", R"({"title":"t","byline":["Ann Lee"]})"},
        {R"({"title":"t","byline":["Ann Lee","Bo Ek"]})",
         R"({"title":"t","byline":["Ann Lee","Bo Ek"]})"},
        {R"({"title":"t","byline":"Ann\n Lee"})", R"({"title":"t","byline":["Ann Lee"]})"},
        {R"({"title":"t","byline":[]})", R"({"title":"t"})"},
        {R"({"title":"t","byline":""})", R"({"title":"t"})"},
        {R"({"title":"t","byline":["","Ann Lee"]})", R"({"title":"t","byline":["Ann Lee"]})"},
        {R"({"title":"t","byline":[" \n","Ann Lee"]})",  // Was kept as an empty name.
         R"({"title":"t","byline":["Ann Lee"]})"},
    };
    check(cases);
}

TEST_CASE("members with other names are kept as they stand, in their order") {
    const Case cases[] = {
        {R"({"zeta":[1,{"a":null}],"title":"t","alpha":"e\u0301"})",
         R"({"title":"t","extra":{"zeta":[1,{"a":null}],"alpha":")"
         "e\u0301"
         R"("}})"},
        {R"({"title":"t","extra":{"a":1}})", R"({"title":"t","extra":{"extra":{"a":1}}})"},
        {R"({"title":"t","":false})", R"({"title":"t","extra":{"":false}})"},
    };
    check(cases);
}

TEST_CASE("pieces that were taken out of the body are read again where they fit it") {
    const Case cases[] = {
        {R"({"body":"ab","furniture":[{"begin":1,"text":"x"}]})",
         R"({"body":"ab","furniture":[{"begin":1,"text":"x"}]})"},
        {R"({"body":"ab","head":[{"begin":0,"text":"x\n","kind":"byline"}]})",
         R"({"body":"ab","head":[{"begin":0,"text":"x\n","kind":"byline"}]})"},
        // What does not fit is as anything else that an archive says.
        {R"({"body":"ab","furniture":[{"begin":3,"text":"x"}]})",
         R"({"body":"ab","extra":{"furniture":[{"begin":3,"text":"x"}]}})"},
        {R"({"body":"ab","furniture":[{"begin":-1,"text":"x"}]})",
         R"({"body":"ab","extra":{"furniture":[{"begin":-1,"text":"x"}]}})"},
        {R"({"body":"é","furniture":[{"begin":1,"text":"x"}]})",
         R"({"body":"é","extra":{"furniture":[{"begin":1,"text":"x"}]}})"},
        {R"({"body":"ab","head":[{"begin":0,"text":"x"}]})",
         R"({"body":"ab","extra":{"head":[{"begin":0,"text":"x"}]}})"},
        {R"({"body":"ab","head":"x"})", R"({"body":"ab","extra":{"head":"x"}})"},
        {R"({"body":"ab","furniture":[]})", R"({"body":"ab"})"},
    };
    check(cases);
}

TEST_CASE("a date's time is kept beside it, and a date that cannot be read with a warning") {
    const Case cases[] = {
        {R"({"title":"t","published":"2019"})",
         R"({"title":"t","published":{"from":"2019-01-01","to":"2019-12-31","basis":"metadata"}})"},
        {R"({"title":"t","published":"2019-02"})",
         R"({"title":"t","published":{"from":"2019-02-01","to":"2019-02-28","basis":"metadata"}})"},
        {R"({"title":"t","published":"2019-05-10T23:30:00-02:00"})",
         R"({"title":"t","published":{"from":"2019-05-11","to":"2019-05-11","basis":"metadata"},)"
         R"("extra":{"published_at":"2019-05-10T23:30:00-02:00"}})"},
        {R"({"title":"t","published":"10 May"})",
         R"({"title":"t","extra":{"published":"10 May"}})"
         "\n\"10 May\" is not an ISO 8601 date; the article counts as undated."},
        {R"({"title":"t","date":"2019-02-30"})",
         R"({"title":"t","extra":{"published":"2019-02-30"}})"
         "\n\"2019-02-30\" is not an ISO 8601 date; the article counts as undated."},
        {R"({"title":"t","published":1557446400})",
         R"({"title":"t","extra":{"published":"1557446400"}})"
         "\n\"1557446400\" is not an ISO 8601 date; the article counts as undated."},
    };
    check(cases);
}

TEST_CASE("a declared language is a code, and what is none is kept with a warning") {
    const Case cases[] = {
        {R"({"title":"t","lang":"en-GB"})", R"({"title":"t","lang":"en"})"},
        {R"({"title":"t","lang":"DEU"})", R"({"title":"t","lang":"de"})"},
        {R"({"title":"t","lang":"plain English"})",
         R"({"title":"t","extra":{"lang":"plain English"}})"
         "\n\"plain English\" is not the code of a language; it is detected instead."},
    };
    check(cases);
}

TEST_CASE("what is no article is refused with the reason") {
    const std::string neither = "refused: The record has neither a title nor a body.";
    const Case cases[] = {
        {"[]", "refused: The record is not a JSON object."},
        {"\"text\"", "refused: The record is not a JSON object."},
        {"null", "refused: The record is not a JSON object."},
        {"{}", neither},
        {R"({"id":"1","url":"u"})", neither},
        {R"({"title":" \n ","body":""})", neither},
        {R"({"title":"\u0000"})", neither},
        {R"({"title":["t"]})", "refused: \"title\" must be a text."},
        {R"({"headline":true})", "refused: \"headline\" must be a text."},
        {R"({"body":{"html":"b"}})", "refused: \"body\" must be a text."},
        {R"({"title":"t","published":["2019"]})", "refused: \"published\" must be a text."},
        {R"({"title":"t","byline":{"name":"A"}})",
         "refused: \"byline\" must be a text or a list of texts."},
        {R"({"title":"t","byline":[["A"]]})",
         "refused: \"byline\" must be a text or a list of texts."},
        {R"({"title":"t","headline":"u"})",
         "refused: \"title\" and an alias of it are both given."},
        {R"({"body":"b","content":"c"})", "refused: \"body\" and an alias of it are both given."},
    };
    check(cases);
}

TEST_CASE("every article that is read can be stored as JSON and read again") {
    for (int levels = 0; levels < 32; ++levels) {
        CAPTURE(levels);
        const auto json =
            parse_json(R"({"title":"t","deep":)" + (levels ? nested(levels) : "0") + "}");
        REQUIRE(json);
        const auto read = article_from_json(*json);
        if (!read) {
            // Was taken in, and then the journal that held it could not be read (change_test).
            CHECK(levels > 24);
            CHECK(read.error().message == "\"deep\" is nested deeper than 24 levels.");
            continue;
        }
        CHECK(levels <= 24);
        CHECK(article_from_stored(to_json(read->article)) == read->article);
    }
}

TEST_CASE("the text below the title is the standfirst, if any, and then the body") {
    struct TextCase {
        std::string standfirst, body, expected;
    };
    const TextCase cases[] = {
        {"", "", ""},
        {"", "body", "body"},
        {"standfirst", "body", "standfirst\n\nbody"},
    };
    for (const TextCase& c : cases) {
        Article article;
        article.standfirst = c.standfirst;
        article.body = c.body;
        CHECK(text_of(article) == c.expected);
    }
}

TEST_CASE("a stored article comes back exactly") {
    CHECK(article_from_stored(to_json(Article{})) == Article{});
    CHECK(article_from_stored(to_json(full_article())) == full_article());
    for (unsigned seed = 0; seed < 1000; ++seed) {
        CAPTURE(seed);
        const Article article = random_article(seed);
        const auto record = parse_json(to_text(to_json(article)));
        REQUIRE(record);
        CHECK(article_from_stored(*record) == article);
    }
}

TEST_CASE("a stored record that is no article throws Error") {
    for (const std::string record :
         {"[]", "1", "\"text\"", "null", R"({"title":1})", R"({"byline":"A"})", R"({"byline":[1]})",
          R"({"published":"2019"})", R"({"published":{}})",
          R"({"published":{"from":"2019","to":"2019"}})",
          R"({"published":{"from":1,"to":"2019","basis":"metadata"}})",
          R"({"published":{"from":"soon","to":"2019","basis":"metadata"}})"}) {
        CAPTURE(record);
        CHECK(failure([&] { article_from_stored(*parse_json(record)); }) != "");
    }
}

TEST_CASE("articles have the same digest only when they are the same") {
    const Article article = full_article();
    CHECK(digest_of(article) == digest_of(full_article()));
    using Change = void (*)(Article&);
    const Change changes[] = {
        [](Article& a) { a.id += "x"; },
        [](Article& a) { a.url += "x"; },
        [](Article& a) { a.title += "x"; },
        [](Article& a) { a.title.clear(); },
        [](Article& a) { std::swap(a.title, a.standfirst); },
        [](Article& a) { a.standfirst += "x"; },
        [](Article& a) { a.body += "x"; },
        [](Article& a) { a.updated += "x"; },
        [](Article& a) { a.source += "x"; },
        [](Article& a) { a.section += "x"; },
        [](Article& a) { a.lang = "de"; },
        [](Article& a) { a.wire += "x"; },
        [](Article& a) { a.place += "x"; },
        [](Article& a) { a.byline = {"A B"}; },
        [](Article& a) {
            a.byline = {"B", "A"};
        },
        [](Article& a) { a.byline.clear(); },
        [](Article& a) { a.published.reset(); },
        [](Article& a) { a.published->days.last += std::chrono::days(1); },
        [](Article& a) { a.published->basis = "url"; },
        [](Article& a) { a.extra["kept"] = "1"; },
        [](Article& a) { a.extra.clear(); },
        [](Article& a) { a.extra["more"] = nullptr; },
    };
    std::set<Digest> seen = {digest_of(article)};
    for (const Change change : changes) {
        Article other = article;
        change(other);
        CAPTURE(to_text(to_json(other)));
        CHECK_FALSE(other == article);
        CHECK(seen.insert(digest_of(other)).second);
    }
    for (unsigned seed = 0; seed < 300; ++seed) {
        CAPTURE(seed);
        CHECK(digest_of(random_article(seed)) == digest_of(random_article(seed)));
        CHECK(seen.insert(digest_of(random_article(seed))).second);
    }
}

TEST_CASE("a key is the first 16 digits of the id's SHA-256") {
    CHECK(key_of("abc") == "ba7816bf8f01cfea");
    CHECK(key_of("") == "e3b0c44298fc1c14");
    CHECK(key_of(std::string(100'000, 'x')).size() == 16);
}

}  // namespace nutgraf::tests::in_article_test
