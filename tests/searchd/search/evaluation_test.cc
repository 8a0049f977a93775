#include "searchd/search/evaluation.h"

#include "tests/searchd/search/marked.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_evaluation_test {

using namespace nutgraf;

namespace {

search::Findings findings_of(std::string_view query, const index::StoredArticle& stored) {
    analyzers::Stemmer english("en");
    return search::findings(tests::query_read(query), stored, archive::text_of(stored.article),
                            &english);
}

}  // namespace

TEST_CASE("an article is judged by its own words, dates, language, source and id") {
    archive::Article article =
        tests::article_of({"courier-1", "Huawei ban", "Banned at last.", "2019-05"});
    article.byline = {"Chris Coons", "Theresa May"};
    article.section = "World news";
    const index::StoredArticle stored{article, "en", {}};
    struct Case {
        std::string query;
        bool is_match;
    };
    const Case cases[] = {
        {"", true},
        {"NOT *", false},
        {"huawei", true},
        {"zte", false},
        {"-huawei", false},
        {"-zte", true},
        {"huawei zte", false},
        {"huawei OR zte", true},
        {"NOT (huawei zte)", true},
        {"body:huawei", false},
        {"body:ban", true},
        {"hua*", true},
        {"date:2019", true},
        {"date:2019-05-31", true},
        {"date:2019-06..", false},
        {"date:..2019-05-01", true},
        {"before:2019-05", false},
        {"date:undated", false},
        {"lang:en", true},
        {"lang:de", false},
        {"id:courier-1", true},
        {"id:courier", false},
        {"source:courier", true},
        {"source:cour*", true},
        {"source:couriers", false},
        {"section:news", true},
        {"section:new", false},
        {"by:coons", true},
        {"by:\"theresa may\"", true},
        {"by:\"coons theresa\"", true},  // Bylines follow each other, as in the index.
        {"by:\"may theresa\"", false},
        {"by:\"may chris\"~3", true},
        {"by:\"may chris\"~2", false},
        {"by:(coons ADJ theresa)", true},
        {"by:(theresa ADJ coons)", false},
        {"by:(coons NOT NEAR/1 chris)", false},
        {"huawei NEAR/1 ban", true},
        {"ban NEAR/9 last", true},  // In the text; not across it and the title.
        {"huawei NEAR/9 last", false},
        {"huawei NOT NEAR/9 last", true},
        {"\"last banned at\"~2", true},
    };
    for (const Case& c : cases) {
        CAPTURE(c.query);
        CHECK(findings_of(c.query, stored).is_match == c.is_match);
    }
}

TEST_CASE("places name the clause they meet, counted over the words and phrases of the query") {
    const index::StoredArticle stored{
        tests::article_of({"id", "Two", "one two two three"}), "en", {}};
    const auto found = findings_of("one (six OR \"two three\") date:undated two", stored);
    REQUIRE(found.is_match);
    REQUIRE(found.title.size() == 1);
    CHECK(found.title[0].clause == 3);
    std::string clauses;
    for (const search::Place& place : found.text) clauses += std::to_string(place.clause);
    CHECK(clauses == "0233");
}

TEST_CASE("every operand that is near has a clause of its own") {
    const index::StoredArticle stored{
        tests::article_of({"id", "", "one two three four"}), "en", {}};
    const auto found = findings_of("four one NEAR/1 two NOT NEAR/1 five \"three two\"~2", stored);
    REQUIRE(found.is_match);
    std::string clauses;
    for (const search::Place& place : found.text) clauses += std::to_string(place.clause);
    CHECK(clauses == "01245");
}

TEST_CASE("an article that does not match has no places") {
    const index::StoredArticle stored{tests::article_of({"id", "One", "one two"}), "en", {}};
    for (const std::string_view query : {"one six", "one -two", "one date:2019", "one lang:de"}) {
        CAPTURE(query);
        const auto found = findings_of(query, stored);
        CHECK(!found.is_match);
        CHECK(found.title.empty());
        CHECK(found.text.empty());
    }
}

}  // namespace nutgraf::tests::in_evaluation_test
