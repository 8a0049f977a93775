#include "searchd/query/parser.h"
#include "tests/searchd/query/reading_cases.h"

namespace nutgraf::tests::in_parser_words_test {

using namespace nutgraf;
using tests::check_readings;
using tests::ReadingCase;

TEST_CASE("words are compared without case and joined by AND") {
    const ReadingCase cases[] = {
        {"huawei 5g", "huawei AND 5g"},
        {"Huawei BAN", "huawei AND ban"},
        {"Dürre CAFÉ", "dürre AND café"},
        {"U.S. E.U.", "us AND eu"},
        {"AT&T", "AT&T"},  // Was printed "at&t", which is two words.
        {"Huawei's ban", "huawei AND ban"},
        {"l'état", "état"},
        {"\"l'état\" d’assembl*", "\"l état\" AND assembl*"},
        {"3.5 1,000", "3.5 AND 1,000"},
        {"hello, world!", "hello AND world"},
        {"and or not And Or Not", "and AND or AND not AND and AND or AND not"},
        {"a AND b", "a AND b"},
        {"a AND b AND c", "a AND b AND c"},
        {"צה\"ל", "צה\"ל"},
        {"a\xFF", "a"},
        {"*", "*"},
        {"a *", "a AND *"},
    };
    check_readings(cases);
}

TEST_CASE("a hyphenated word is its parts as a phrase or the joined word, a Han run a phrase") {
    const ReadingCase cases[] = {
        {"co-operation", "\"co operation\" OR cooperation"},
        {"a co-operation", "a AND (\"co operation\" OR cooperation)"},
        {"-co-operation", "NOT (\"co operation\" OR cooperation)"},
        {"mother-in-law", "\"mother in law\" OR motherinlaw"},
        {"a-b-c-d-e", "\"a b c d e\""},  // A list, not a word.
        {"title:co-operation", "title:\"co operation\" OR title:cooperation"},
        {"by:smith-jones", "by:\"smith jones\""},
        {"co‐op co‑op", "(\"co op\" OR coop) AND (\"co op\" OR coop)"},
        {"co–op", "\"co op\""},  // A dash is no hyphen.
        {"\"co-operation\"", "\"co operation\" OR \"cooperation\""},
        {"\"a co-op b\"", "\"a co op b\" OR \"a coop b\""},
        {"AT&T-led", "\"AT&T led\""},  // "at&tled" is no word that can be looked for.
        {"\"co-op AT&T-led\"", "\"co op AT&T led\" OR \"coop AT&T led\""},
        {"华-为", "\"华 为\""},
        {"华为", "\"华 为\""},
        {"华", "华"},
        {"华为5G", "\"华 为 5g\""},
        {"华为 禁令", "\"华 为\" AND \"禁 令\""},
        {"title:华为", "title:\"华 为\""},
        {"12:30 and/or", "\"12 30\" AND \"and or\""},
        {"a_b snake_case", "a_b AND snake_case"},
    };
    check_readings(cases);
}

TEST_CASE("a phrase stands in quotes of any kind") {
    const ReadingCase cases[] = {
        {"\"national security\"", "\"national security\""},
        {"“national security”", "\"national security\""},
        {"„national security“", "\"national security\""},
        {"«national security»", "\"national security\""},
        {"»national security«", "\"national security\""},
        {"「national security」", "\"national security\""},
        {"『national security』", "\"national security\""},
        {"\"national security”", "\"national security\""},
        {"„national security»", "\"national security\""},
        {"\"Huawei\"", "\"huawei\""},
        {"\"a b\" c", "\"a b\" AND c"},
        {"\"a b\"c", "\"a b\" AND c"},
        {"\"a OR b\"", "\"a or b\""},
        {"\"a -b (c)\"", "\"a b c\""},
        {"\"a b", "\"a b\""},
        {"title:\"a b\"", "title:\"a b\""},
        {"\"The U.S. Senate's AT&T file\"", "\"the us senate AT&T file\""},
    };
    check_readings(cases);
}

TEST_CASE("a star behind three letters stands for every word that begins so, also in phrases") {
    const ReadingCase cases[] = {
        {"secur*", "secur*"},
        {"Séc*", "séc*"},
        {"title:secur*", "title:secur*"},
        {"source:cour*", "source:cour*"},
        {"AT&T*", "AT&T*"},
        {"\"chinese telecom*\"", "\"chinese telecom*\""},
        {"\"telecom*\"", "\"telecom*\""},
        {"\"chin* telecom\"", "\"chin* telecom\""},  // The star was passed over in silence.
        {"\"chinese *\"", "\"chinese\""},            // Was the prefix "chinese*".
        {"\"co-oper* plan\"", "\"co oper* plan\" OR \"cooper* plan\""},
        {"\"AT&T* plan\"", "\"AT&T* plan\""},
        {"se*", "se"},
        {"5g*", "5g"},
        {"华*", "华"},
        {"co-oper*", "\"co oper\" OR cooper"},
        {"secur**", "secur"},
        {"*secur", "secur"},
        {"se*cur", "\"se cur\""},
        {"\"a se* b\"", "\"a se b\""},
    };
    check_readings(cases);
}

TEST_CASE("no-break and ideographic spaces part words as spaces do") {
    const ReadingCase cases[] = {
        {"huawei\u00A0ban", "huawei AND ban"},
        {"华为\u3000禁令", "\"华 为\" AND \"禁 令\""},
        {"a\u2009OR\u202Fb", "a OR b"},
        {"a\u00A0-b", "a AND NOT b"},
        {"title:\u00A0a", "title AND a"},
        {"a\u200Bb", "ab"},  // A zero-width space is not seen, and parts nothing.
    };
    check_readings(cases);
}

}  // namespace nutgraf::tests::in_parser_words_test
