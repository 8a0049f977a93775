#include "tests/searchd/query/reading_cases.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_furniture_clause_test {

using namespace nutgraf::tests;

TEST_CASE("words beside in:furniture are looked for in the furniture") {
    const ReadingCase cases[] = {
        {"in:furniture", "in:furniture"},
        {"in:\"furniture\"", "in:furniture"},
        {"-in:furniture", "NOT in:furniture"},
        {"in:furniture print", "in:furniture AND furniture:\"print\""},
        {"\"hide ad\" in:furniture", "furniture:\"hide ad\" AND in:furniture"},
        {"in:furniture (print OR share)",
         "in:furniture AND (furniture:\"print\" OR furniture:\"share\")"},
        {"in:furniture -print", "in:furniture AND NOT furniture:\"print\""},
        {"in:furniture secur*", "in:furniture AND furniture:secur*"},
        {"in:furniture coons~", "in:furniture AND furniture:coons~1"},
        {"in:furniture print^3", "in:furniture AND furniture:\"print\"^3"},
        {"in:furniture hide NEAR/2 ad",
         "in:furniture AND furniture:\"hide\" NEAR/2 furniture:\"ad\""},
        {"in:furniture \"hide ad\"~3", "in:furniture AND furniture:\"hide ad\"~3"},
        // What has a field keeps it.
        {"in:furniture title:huawei lang:en date:2019",
         "in:furniture AND title:huawei AND lang:en AND date:2019-01-01..2019-12-31"},
        // As far as the parentheses go, and no further than OR.
        {"(in:furniture print) huawei", "(in:furniture AND furniture:\"print\") AND huawei"},
        {"in:furniture print OR huawei", "(in:furniture AND furniture:\"print\") OR huawei"},
        {"in:furniture ) print", "in:furniture AND furniture:\"print\""},
        // Neither sentences nor paragraphs are there.
        {"in:furniture a /s b", "in:furniture AND a /s b"},
        {"furniture:print huawei", "furniture:\"print\" AND huawei"},
    };
    check_readings(cases);
    check_readings({ReadingCase{"hide ad in:furniture",
                                "(furniture:\"hide\" OR furniture:\"ad\") AND in:furniture"}},
                   {.is_any = true});
    // Printed, it is read as the same again.
    for (const ReadingCase& c : cases) CHECK(reading(c.expected) == c.expected);
}

TEST_CASE("in: looks nowhere but in the furniture") {
    CHECK(reading("in:title") == "title");
    CHECK(notes_on("in:title") ==
          "error at 3: \"title\" is not \"furniture\", the one place to look in; it is looked for "
          "as words.");
}

}  // namespace nutgraf::tests::in_furniture_clause_test
