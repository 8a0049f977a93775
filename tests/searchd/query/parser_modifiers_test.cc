#include "tests/searchd/query/reading_cases.h"

namespace nutgraf::tests::in_parser_modifiers_test {

using namespace nutgraf;
using tests::check_readings;
using tests::notes_on;
using tests::reading;
using tests::ReadingCase;
using tests::repeated;

TEST_CASE("an equals sign asks for a word just as it is written") {
    const ReadingCase cases[] = {
        {"=Securities", "=Securities"},
        {"=Dürre", "=Dürre"},
        {"=Du\u0308rre", "=Dürre"},  // Two code points typed, one in every text.
        {"title:=BAN", "title:=BAN"},
        {"by:=May", "by:=May"},
        {"=U.S.", "=U.S."},
        {"=co-operation", "\"=co =operation\""},
        {"\"=National security\"", "\"=National security\""},
        {"\"=Co-op bank\"", "\"=Co =op bank\""},
        {"\"a = b x=y\"", "\"a b x y\""},
        {"=AND", "=AND"},
        {"=ban^2", "=ban^2"},
        {"=ban NEAR/3 =Huawei", "=ban NEAR/3 =Huawei"},
    };
    check_readings(cases);
}

TEST_CASE("a tilde allows for misspelt letters, a caret weighs, atleast counts") {
    const ReadingCase cases[] = {
        {"coons~", "coons~1"},
        {"coons~2", "coons~2"},
        {"title:Coons~", "title:coons~1"},
        {"coons~2^3", "coons~2^3"},
        {"huawei^3", "huawei^3"},
        {"huawei^0.5", "huawei^0.5"},
        {"huawei^.257", "huawei^0.26"},
        {"co-op^3", "(\"co op\" OR coop)^3"},
        {"\"a b\"^3", "\"a b\"^3"},
        {"\"a b\"~5^3", "\"a b\"~5^3"},
        {"(a OR b)^3 c", "(a OR b)^3 AND c"},
        {"title:(a b)^2", "(title:a AND title:b)^2"},
        {"(a^2)^3", "(a^2)^3"},
        {"(-a)^3", "(NOT a)^3"},
        {"(lang:de)^3", "(lang:de)^3"},
        {"(a NEAR b)^3", "(a NEAR/10 b)^3"},
        {"atleast3:huawei", "atleast3:huawei"},
        {"atleast3:title:huawei", "atleast3:title:huawei"},
        {"title:atleast3:huawei", "atleast3:title:huawei"},
        {"atleast3:\"a b\"", "atleast3:\"a b\""},
        {"atleast3:(a OR b*)", "atleast3:(a OR b)"},
        {"atleast2:huawei^3", "atleast2:huawei^3"},
        {"(atleast2:huawei)^3", "atleast2:huawei^3"},
        {"atleast2:coons~", "atleast2:coons~1"},
        {"atleast2:by:may", "atleast2:by:\"may\""},
        {"2^10 x", "2^10 AND x"},
    };
    check_readings(cases);
}

TEST_CASE("/s and /p join operands by sentence and paragraph, as tightly as NEAR") {
    const ReadingCase cases[] = {
        {"a /s b", "a /s b"},
        {"a /p \"b c\" d", "a /p \"b c\" AND d"},
        {"a NOT /s b", "a NOT /s b"},
        {"a b /s c OR d", "(a AND b /s c) OR d"},
        {"a /s b NEAR/3 c", "a /s b NEAR/3 c"},
        {"title:(a /s b)", "title:a /s title:b"},
        {"a/s b", "\"a s\" AND b"},
    };
    check_readings(cases);
}

TEST_CASE("lead and seen are fields") {
    const ReadingCase cases[] = {
        {"lead:huawei", "lead:huawei"},
        {"lead:(a b)", "lead:a AND lead:b"},
        {"lead:\"a b\"~3", "lead:\"a b\"~3"},
        {"lead:secur*", "lead:secur*"},
        {"lead:co-op", "lead:\"co op\" OR lead:coop"},
        {"lead:a NEAR/3 b", "lead:a NEAR/3 b"},
        {"seen:2019-05-10", "seen:2019-05-10T00:00:00Z..2019-05-10T23:59:59Z"},
        {"seen:2019", "seen:2019-01-01T00:00:00Z..2019-12-31T23:59:59Z"},
        {"seen:7d..", "seen:2019-05-04T00:00:00Z.."},
        {"seen:..yesterday", "seen:..2019-05-09T23:59:59Z"},
        {"seen:2019-05-10T21:30:00Z..", "seen:2019-05-10T21:30:00Z.."},
    };
    check_readings(cases);
}

TEST_CASE("days of ingestion are days in the zone of the reader") {
    const query::ParseOptions options{.zone = *analyzers::TimeZone::named("America/New_York")};
    CHECK(reading("seen:2019-05-10", options) == "seen:2019-05-10T04:00:00Z..2019-05-11T03:59:59Z");
    CHECK(reading("date:2019-05-10", options) == "date:2019-05-10");
}

TEST_CASE("a text pasted in capitals is read as text, and a note says so") {
    const ReadingCase texts[] = {
        {"EU AND US AGREE ON TRADE", "eu AND and AND us AND agree AND on AND trade"},
        {"STAY OR GO? MAY NOT SAY YET", "stay AND or AND go AND may AND not AND say AND yet"},
        {"FIRE NEAR OLD TOWN HALL KILLS 3",
         "fire AND near AND old AND town AND hall AND kills AND 3"},
    };
    check_readings(texts);
    CHECK(
        notes_on("EU AND US AGREE ON TRADE") ==
        "info at 3: The query is all in capitals, so that \"AND\" and the like are read as words; "
        "write the other words small to use them as operators.");
    const ReadingCase queries[] = {
        {"HUAWEI AND ZTE", "huawei AND zte"},
        {"NATO OR EU OR UN OR WTO OR IMF", "nato OR eu OR un OR wto OR imf"},
        {"EU AND US AGREE ON trade", "eu AND us AND agree AND on AND trade"},
        {"EU OR US \"TRADE DEAL\" BY MAY", "eu OR (us AND \"trade deal\" AND by AND may)"},
        {"US EU UN WTO IMF", "us AND eu AND un AND wto AND imf"},
        {"ЕС OR США мир мир мир мир", "ес OR (сша AND мир AND мир AND мир AND мир)"},
    };
    check_readings(queries);
    for (const ReadingCase& c : queries) CHECK(notes_on(c.text).empty());
}

TEST_CASE("four words with a tilde are read, a fifth is refused") {
    CHECK(reading(repeated("coons~ ", 4)).front() != '<');
    CHECK(reading(repeated("coons~ ", 5)) ==
          "<The query has more than 4 words that end in \"~\".>");
    CHECK(reading("ab~ ab~ ab~ ab~ ab~").front() != '<');  // Not read so.
}

}  // namespace nutgraf::tests::in_parser_modifiers_test
