#include "searchd/query/named_words.h"

#include "searchd/query/print.h"
#include "tests/searchd/query/entity_facts.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_named_words_test {

using namespace nutgraf;

namespace {

query::ParseOptions with_entities() {
    query::ParseOptions options = tests::with_gazetteer();
    options.words_find_entities = true;
    return options;
}

/// "words: clause, ..." for the words of a query that find an entity too, in their order.
std::string found_by_words(std::string_view text, const query::ParseOptions& options) {
    const auto parsed = query::parse_query(text, options);
    if (!parsed) return "<" + parsed.error().message + ">";
    std::string line;
    for (const query::NamedWords* words : query::named_words_in(parsed->query))
        line += (line.empty() ? "" : ", ") + query::to_text(words->part.front()) + ": " +
                query::to_text({words->entity});
    return line;
}

std::string found_by_words(std::string_view text) {
    return found_by_words(text, with_entities());
}

}  // namespace

TEST_CASE("words that are just one name of an entity find it too") {
    struct Case {
        std::string text, expected;
    };
    const Case cases[] = {
        {"huawei", "huawei: org:#huawei"},
        {"华为", "\"华 为\": org:#huawei"},
        {"\"scotland yard\"", "\"scotland yard\": org:#metropolitan-police"},
        {"scotland yard", "scotland AND yard: org:#metropolitan-police"},
        {"Scotland AND Yard", "scotland AND yard: org:#metropolitan-police"},
        {"ban scotland yard huawei now",
         "scotland AND yard: org:#metropolitan-police, huawei: org:#huawei"},
        {"huawei technologies", "huawei AND technologies: org:#huawei"},  // The longest.
        {"huawei OR \"met police\"",
         "huawei: org:#huawei, \"met police\": org:#metropolitan-police"},
        {"(scotland yard)^2 ban", "scotland AND yard: org:#metropolitan-police"},
        {"huawei^3", "huawei: org:#huawei"},
        {"nato", "nato: org:#nato"},
        {"НАТО", "нато: org:#nato"},
        {"jeremy hunt", "jeremy AND hunt: person:#jeremy-hunt"},
        {"huawei -ban", "huawei: org:#huawei"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(found_by_words(c.text) == c.expected);
    }
}

TEST_CASE("other words find themselves alone") {
    const char* const cases[] = {
        "commission",           // Of two.
        "may",                  // A surname.
        "hunt",                 //
        "apple",                // Needs evidence beside it.
        "yard force",           //
        "republicans",          // People of a party.
        "republican",           //
        "chinese",              //
        "china",                // A place.
        "senator",              // A role.
        "foreign secretary",    // An office.
        "scotland",             // Half of a name.
        "yard scotland",        // In another order.
        "scotland big yard",    //
        "\"huawei\"",           // Just this form of a word.
        "=Huawei",              //
        "\"=Scotland =Yard\"",  //
        "\"scotland yard\"~3",  //
        "\"scotland yard*\"",   //
        "huawei*",              //
        "huawei~",              //
        "title:huawei",         //
        "title:(scotland yard)",
        "-huawei",              //
        "x NOT (huawei OR a)",  //
        "huawei NEAR/3 ban",    //
        "atleast2:huawei",      //
        "org:huawei",           //
        "said:coons \"scotland yard\"",
        "huawei~1",
    };
    for (const char* const text : cases) {
        CAPTURE(text);
        CHECK(found_by_words(text) == "");
    }
}

TEST_CASE("nothing is found besides unless it is asked for, with a gazetteer and with operators") {
    CHECK(found_by_words("huawei", tests::with_gazetteer()) == "");
    query::ParseOptions plain = with_entities();
    plain.is_plain = true;
    CHECK(found_by_words("huawei", plain) == "");
    query::ParseOptions without = with_entities();
    without.gazetteer = nullptr;
    CHECK(found_by_words("huawei", without) == "");
}

TEST_CASE("of words joined by OR each is a name by itself") {
    query::ParseOptions any = with_entities();
    any.is_any = true;
    CHECK(found_by_words("scotland yard huawei", any) == "huawei: org:#huawei");
}

TEST_CASE("what words find besides is not printed, and the printed query finds it too") {
    const char* const cases[] = {
        "huawei",
        "(scotland AND yard) AND ban",
        "(scotland AND yard)^2 AND ban",
        "scotland AND yard",
        "(scotland AND yard AND NOT huawei) OR \"华 为\"",
        "NOT ((scotland AND yard) OR huawei)",
    };
    for (const char* const text : cases) {
        CAPTURE(text);
        const auto parsed = query::parse_query(text, with_entities());
        const std::string printed = query::to_text(parsed->query);
        const auto again = query::parse_query(printed, with_entities());
        CHECK(again->query == parsed->query);
        CHECK(query::to_text(again->query) == printed);
    }
    CHECK(tests::reading("ban scotland yard", with_entities()) == "ban AND (scotland AND yard)");
}

TEST_CASE("words of a query nested as deep as can be find themselves alone") {
    std::string text = "x scotland yard";
    for (std::size_t level = 1; level < query::max_depth; ++level)
        text = (level % 2 == 0 ? "a (" : "b OR (") + text + ")";
    CHECK(found_by_words(text) == "");
    CHECK(tests::reading(text, with_entities()) == tests::reading(text));
}

}  // namespace nutgraf::tests::in_named_words_test
