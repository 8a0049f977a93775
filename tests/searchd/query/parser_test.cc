#include "searchd/query/parser.h"

#include "tests/searchd/query/reading_cases.h"

namespace nutgraf::tests::in_parser_test {

using namespace nutgraf;
using tests::check_readings;
using tests::reading;
using tests::ReadingCase;

TEST_CASE("a blank query is everything, one without words is nothing") {
    const ReadingCase cases[] = {
        {"", "*"},
        {"  \t\r\n", "*"},
        {"\u00A0", "*"},  // Was nothing.
        {"\u3000 \u2003", "*"},
        {"!!!", "NOT *"},
        {"()", "NOT *"},
        {"\"\"", "NOT *"},
        {"AND", "NOT *"},
        {"OR", "NOT *"},
        {"NOT", "NOT *"},
        {"-", "NOT *"},
        {")(", "NOT *"},
        {"\xFF", "NOT *"},
        {"title:()", "NOT *"},
    };
    check_readings(cases);
}

TEST_CASE("NOT binds tightest, then AND, then OR") {
    const ReadingCase cases[] = {
        {"a OR b", "a OR b"},
        {"a | b", "a OR b"},
        {"a|b|c", "a OR b OR c"},
        {"a b OR c", "(a AND b) OR c"},
        {"a OR b c", "a OR (b AND c)"},
        {"a b OR c d", "(a AND b) OR (c AND d)"},
        {"a AND b OR c AND d", "(a AND b) OR (c AND d)"},
        {"a (b OR c)", "a AND (b OR c)"},
        {"(a OR b) c", "(a OR b) AND c"},
        {"((a))", "a"},
        {"(a b) c", "(a AND b) AND c"},
        {"(a OR b) OR c", "(a OR b) OR c"},
        {"a(b)c", "a AND b AND c"},
        {"NOT a b", "NOT a AND b"},
        {"NOT a OR b", "NOT a OR b"},
        {"NOT (a b)", "NOT (a AND b)"},
        {"NOT (a OR b)", "NOT (a OR b)"},
        {"NOT NOT a", "NOT NOT a"},
        {"NOT NOT NOT a", "NOT NOT NOT a"},
        {"-NOT a", "NOT NOT a"},
        {"a AND NOT b", "a AND NOT b"},
        {"a OR NOT b", "a OR NOT b"},
    };
    check_readings(cases);
}

TEST_CASE("a minus sign excludes") {
    const ReadingCase cases[] = {
        {"-a", "NOT a"},
        {"a -b", "a AND NOT b"},
        {"-a -b", "NOT a AND NOT b"},
        {"a (-b OR c)", "a AND (NOT b OR c)"},
        {"-\"a b\"", "NOT \"a b\""},
        {"-(a b)", "NOT (a AND b)"},
        {"-title:a", "NOT title:a"},
        {"title:-a", "title:a"},
        {"a - b", "a AND b"},
        {"a-", "a"},
    };
    check_readings(cases);
}

TEST_CASE("a field is for the word, the phrase or the group behind it") {
    const ReadingCase cases[] = {
        {"title:huawei", "title:huawei"},
        {"body:huawei", "body:huawei"},
        {"title:huawei ban", "title:huawei AND ban"},
        {"title:(a OR b)", "title:a OR title:b"},
        {"title:(a b) c", "(title:a AND title:b) AND c"},
        {"title:(a -b)", "title:a AND NOT title:b"},
        {"title:(a body:b)", "title:a AND body:b"},
        {"title:body:a", "body:a"},
        {"title:NOT a", "NOT title:a"},
        {"source:courier", "source:\"courier\""},
        {"source:\"Daily Courier\"", "source:\"daily courier\""},
        {"source:=\"Daily Courier\"", "source:=\"daily courier\""},
        {"section:=\"co-op\"", "section:=\"co op\" OR section:=\"coop\""},
        {"source:=“Courier”^2 ban", "source:=\"courier\"^2 AND ban"},
        {"source:=Courier", "source:=Courier"},  // That word as it is written.
        {"by:coons section:politics", "by:\"coons\" AND section:\"politics\""},
        {"by:(coons OR may)", "by:\"coons\" OR by:\"may\""},
        {"lang:de", "lang:de"},
        {"lang:en-GB lang:ENG", "lang:en AND lang:en"},
        {"lang:(de OR fr)", "lang:de OR lang:fr"},
        {"id:courier-2018-0823", "id:\"courier-2018-0823\""},
        {"id:\"a b\" id:*", "id:\"a b\" AND id:\"*\""},
        {"id:https://example.com/a?b=c", "id:\"https://example.com/a?b=c\""},
        {"url:https://www.Example.com/News/", "url:\"example.com/news\""},
        {"url:example.com/news/*", "url:\"example.com/news\""},
        {"url:(example.com OR \"example.org/a b\")",
         "url:\"example.com\" OR url:\"example.org/a b\""},
        {"wire:\"Meridian Wire\"", "wire:\"meridian wire\""},
        {"title:*", "*"},
        {"Title:a", "\"title a\""},  // Names of fields are written small.
        {"title: a", "title AND a"},
        {"title:", "title"},
    };
    check_readings(cases);
}

TEST_CASE("dates are filters") {
    const ReadingCase cases[] = {
        {"date:2019-05", "date:2019-05-01..2019-05-31"},
        {"date:2019-03..2019-05-10", "date:2019-03-01..2019-05-10"},
        {"after:2019-03 before:2020", "date:2019-03-01.. AND date:..2019-12-31"},
        {"date:7d..", "date:2019-05-04.."},
        {"date:yesterday", "date:2019-05-09"},
        {"date:undated", "date:undated"},
        {"date:\"2019-05\"", "date:2019-05-01..2019-05-31"},
        {"date:(2018 OR 2019-05-10)", "date:2018-01-01..2018-12-31 OR date:2019-05-10"},
        {"-date:2019", "NOT date:2019-01-01..2019-12-31"},
        {"a date:soon", "a AND soon"},
        {"lang:klingonese", "klingonese"},  // Was looked for among the languages.
        {"lang:(klingonese OR de)", "klingonese OR lang:de"},
    };
    check_readings(cases);
}

TEST_CASE("what stands wrong is left out, and the rest is looked for") {
    const ReadingCase cases[] = {
        {"AND a", "a"},
        {"a AND", "a"},
        {"a AND AND b", "a AND b"},
        {"a OR", "a"},
        {"OR a", "a"},
        {"a OR OR b", "a OR b"},
        {"a OR AND b", "a OR b"},
        {"a NOT", "a"},
        {"a NOT OR b", "a OR b"},
        {"(a", "a"},
        {"a (b OR c", "a AND (b OR c)"},
        {"a)", "a"},
        {"a) b", "a AND b"},
        {"a OR b) c OR d", "(a OR b) AND (c OR d)"},
        {"))) a (((", "a"},
        {"a ()", "a"},  // Empty parentheses made the whole query find nothing.
        {"a (...) b", "a AND b"},
        {"a OR ()", "a"},
        {"a -()", "a"},
        {"a \"\" b", "a AND b"},
        {"a – b", "a AND b"},
        {"a title:! b", "a AND b"},
    };
    check_readings(cases);
}

TEST_CASE("in any mode bare words are joined by OR, and all else holds besides") {
    const ReadingCase cases[] = {
        {"huawei ban", "huawei OR ban"},
        {"huawei \"a b\" secur*", "huawei OR \"a b\" OR secur*"},
        {"co-op ban", "(\"co op\" OR coop) OR ban"},
        {"a b -c", "(a OR b) AND NOT c"},  // Was all of them.
        {"a -c", "a AND NOT c"},
        {"-c", "NOT c"},
        {"a b source:courier", "(a OR b) AND source:\"courier\""},
        {"a b date:2019-05-10 -c", "(a OR b) AND date:2019-05-10 AND NOT c"},
        {"a AND b", "a AND b"},
        {"a b AND c", "a AND b AND c"},
        {"a b OR c", "(a OR b) OR c"},
        {"(a b) c", "(a OR b) OR c"},
        {"title:(a b)", "title:a OR title:b"},
        {"huawei", "huawei"},
        {"", "*"},
    };
    check_readings(cases, {.is_any = true});
}

TEST_CASE("in plain mode every character is text") {
    const ReadingCase cases[] = {
        {"a OR b", "a AND or AND b"},
        {"-a (b) \"c d\"", "a AND b AND c AND d"},
        {"title:a secur*", "\"title a\" AND secur"},
        {"=a b~ c^3", "a AND b AND \"c 3\""},
        {"co-operation", "\"co operation\" OR cooperation"},  // Was both parts, anywhere.
        {"华为 禁令", "\"华 为\" AND \"禁 令\""},
        {"!!!", "NOT *"},
        {" \u3000", "*"},
    };
    check_readings(cases, {.is_plain = true});
    CHECK(reading("a OR b", {.is_plain = true, .is_any = true}) == "a OR or OR b");
}

TEST_CASE("filters are joined to a query") {
    const auto word = query::parse_query("a OR b", {})->query;
    const auto filter = query::parse_query("lang:de", {})->query;
    CHECK(query::to_text(query::with_filters(word, {})) == "a OR b");
    CHECK(query::to_text(query::with_filters(word, {filter})) == "(a OR b) AND lang:de");
    CHECK(query::to_text(query::with_filters(query::parse_query("!", {})->query, {filter})) ==
          "NOT * AND lang:de");
}

}  // namespace nutgraf::tests::in_parser_test
