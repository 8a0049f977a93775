#include "tests/searchd/query/reading.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_parser_notes_test {

using namespace nutgraf;
using tests::notes_on;
using tests::reading;

TEST_CASE("what was left out or read otherwise is noted at its byte, in a sentence") {
    struct Case {
        std::string text, notes;
    };
    const Case cases[] = {
        {"huawei \"5g ban\" -title:(a OR b) date:2019 secur*", ""},
        {"and or not near", ""},
        {"AND a", "warning at 0: This AND has nothing on one of its sides."},
        {"a AND", "warning at 2: This AND has nothing on one of its sides."},
        {"title: ban about:",
         "warning at 0: Nothing stands directly behind \"title:\"; it is looked "
         "for as a word.\n"
         "warning at 11: Nothing stands directly behind \"about:\"; it is looked "
         "for as a word."},
        {"Note: rules", ""},
        {"a AND AND b", "warning at 2: This AND has nothing on one of its sides."},
        {"a OR", "warning at 2: This OR has nothing on one of its sides."},
        {"é | OR b", "warning at 3: This OR has nothing on one of its sides."},
        {"a NOT", "warning at 2: This NOT has nothing behind it."},
        {"a )", "warning at 2: This \")\" closes nothing; it is left out."},
        {"é (b",
         "error at 3: Column 4: the parenthesis opened here is never closed; it is read to the "
         "end."},
        {"a “b c",
         "error at 2: Column 3: the quote opened here is never closed; it is read to the end."},
        {"a ()", "warning at 2: These parentheses hold nothing to look for; they are left out."},
        {"a (!)",
         "warning at 2: These parentheses hold nothing to look for; they are left out.\n"
         "warning at 3: \"!\" holds no word to look for; it is left out."},
        {"a – b", "warning at 2: \"–\" holds no word to look for; it is left out."},
        {"a \"...\"", "warning at 2: \"...\" holds no word to look for; it is left out."},
        {"\x1B", "warning at 0: \"<U+001B>\" holds no word to look for; it is left out."},
        {"a se*",
         "error at 2: \"se*\" needs at least 3 letters before the \"*\"; it is looked for without "
         "the \"*\"."},
        {"\"a se* b\"",
         "error at 3: \"se*\" needs at least 3 letters before the \"*\"; it is looked for without "
         "the \"*\"."},
        {"\"chinese *\"", "error at 0: A \"*\" belongs right behind a word; it is left out."},
        {"\"*\" a", "warning at 0: \"*\" holds no word to look for; it is left out."},
        {"co-oper*",
         "error at 0: Only a single word can end in \"*\"; it is looked for without it."},
        {"se*cur", "error at 0: Only the end of a word can be \"*\"; it is looked for without it."},
        {"a date:soon",
         "error at 7: \"soon\" is not a date like 2019, 2019-05, 2019-05-10 or 2019-03..2019-05; "
         "it "
         "is looked for as words."},
        {"date:2019..2018",
         "error at 5: \"2019..2018\" is not a date like 2019, 2019-05, 2019-05-10 or "
         "2019-03..2019-05; it is looked for as words."},
        {"lang:klingonese",
         "error at 5: \"klingonese\" is not a language like en, de or zh; it is looked for as "
         "words."},
        {"a titel:b",
         "error at 2: There is no field \"titel\"; it is looked for as words. [title:b]"},
        {"soruce:courier",
         "error at 0: There is no field \"soruce\"; it is looked for as words. [source:courier]"},
        {"é “b se*”",
         "error at 8: \"se*\" needs at least 3 letters before the \"*\"; it is looked for without "
         "the \"*\"."},
        {"https://example.com 12:30 re:invent:now Paris:now", ""},
        {"publisher:courier",
         "error at 0: There is no field \"publisher\"; it is looked for as words. "
         "[source:courier]"},
        {"zzz author:hale",
         "error at 4: There is no field \"author\"; it is looked for as words. [by:hale]"},
        {"foreground:x",
         "error at 0: There is no field \"foreground\"; it is looked for as words."},
        {"Source:courier",
         "error at 0: A field is written in small letters; \"Source:courier\" is looked for as "
         "words. [source:courier]"},
        {"date:\"2019\xFF\"",
         "error at 5: \"2019�\" is not a date like 2019, 2019-05, 2019-05-10 or 2019-03..2019-05; "
         "it "
         "is looked for as words."},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(notes_on(c.text) == c.notes);
    }
}

TEST_CASE("what stands around a word and cannot be read is left out, and noted") {
    struct Case {
        std::string text, parsed, notes;
    };
    const Case cases[] = {
        {"a^", "a", ""},
        {"a^x", "\"a x\"", "error at 0: \"^x\" is no weight; it is looked for as a word."},
        {"^3", "NOT *",
         "error at 0: \"^3\" belongs right behind a word or phrase; it is left out."},
        {"a )^3", "a",
         "warning at 2: This \")\" closes nothing; it is left out.\n"
         "error at 3: \"^3\" belongs right behind a word or phrase; it is left out."},
        {"\"a b\"^1.2.3", "\"a b\"", "error at 5: \"^1.2.3\" is no weight; it is left out."},
        {"a^500", "a^100", "error at 0: A weight is 100 at most; it is read as that."},
        {"a^99999999999999999999999", "a^100",
         "error at 0: A weight is 100 at most; it is read as that."},
        {"ab~", "ab",
         "error at 0: \"ab~\" needs at least 3 letters before the \"~\"; it is looked for without "
         "it."},
        {"coons~0", "coons~1",
         "error at 0: \"~\" is followed by 1 or 2, the letters that may differ; it is read as 1."},
        {"coons~9", "coons~2",
         "error at 0: \"~\" is followed by 1 or 2, the letters that may differ; it is read as 2."},
        {"co-oper~", "\"co oper\" OR cooper",
         "error at 0: Only a single word can end in \"~\"; it is looked for without it."},
        {"=Secur*", "=Secur",
         "error at 0: A word behind \"=\" is whole; what follows it is left out."},
        {"\"=Secur* x\"", "\"=Secur x\"",
         "error at 0: A word behind \"=\" is whole; its \"*\" is left out."},
        {"=!", "NOT *", "warning at 0: \"=!\" holds no word to look for; it is left out."},
        {"atleast0:a", "atleast1:a", "error at 0: \"atleast0:\" takes 1 to 1000; it is read as 1."},
        {"atleast99999999999999999999:a", "atleast1000:a",
         "error at 0: \"atleast99999999999999999999:\" takes 1 to 1000; it is read as 1000."},
        {"atleast2:(a b)", "a AND b",
         "error at 0: Behind \"atleast2:\" can stand a word, a phrase, a word with a star or a "
         "tilde, an entity, and several of those in parentheses with OR between them; it is looked "
         "for once."},
        {"by:a /s by:b", "by:\"a\" AND by:\"b\"",
         "error at 5: What stands beside /s must be in the headline and the text; it is looked for "
         "anywhere."},
        {"seen:soon", "soon",
         "error at 5: \"soon\" is not a date like 2019-05-10, 2019-03..2019-05 or 7d..; it is "
         "looked for as words."},
        {"url:example.com/a*", "\"example.com a\"",
         "error at 4: \"example.com/a*\" is not an address, or the beginning of one up to a slash: "
         "example.com/news; it is looked for as words.\n"
         "error at 4: Only a single word can end in \"*\"; it is looked for without it."},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(reading(c.text) == c.parsed);
        CHECK(notes_on(c.text) == c.notes);
    }
}

TEST_CASE("a story has an id, and an article is an original or a copy; other values are words") {
    struct Case {
        std::string text, parsed, notes;
    };
    const Case cases[] = {
        {"story:s_0123456789abcdef", "story:s_0123456789abcdef", ""},
        {"story:0123456789abcdef", "story:s_0123456789abcdef", ""},
        {"is:original", "is:original", ""},
        {"-is:copy", "NOT is:copy", ""},
        {"story:771", "771",
         "error at 6: \"771\" is not the id of a story, as answers give it: \"s_\" and 16 digits; "
         "it is looked for as words."},
        {"is:copied", "copied",
         "error at 3: \"copied\" is not \"original\" or \"copy\"; it is looked for as words."},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(reading(c.text) == c.parsed);
        CHECK(notes_on(c.text) == c.notes);
    }
}

TEST_CASE("without a gazetteer fields of entities are refused by name, and the words looked for") {
    struct Case {
        std::string text, parsed, field;
    };
    const Case cases[] = {
        {"org:huawei", "huawei", "org"},
        {"said:coons", "coons", "said"},
        {"org:\"Metropolitan Police\"", "\"metropolitan police\"", "org"},
        {"org:华为", "\"华 为\"", "org"},
        {"org:#huawei", "huawei", "org"},
        {"official:coons", "coons", "official"},
        {"official:\"Theresa May\"", "\"theresa may\"", "official"},
        {"person:coons", "coons", "person"},
        {"role:senator", "senator", "role"},
        {"role:senator/republican", "\"senator republican\"", "role"},
        {"party:R", "r", "party"},
        {"state:DE", "de", "state"},
        {"country:GB", "gb", "country"},
        {"kind:company", "company", "kind"},
        {"org:(a OR b)", "a OR b", "org"},
        {"org:huawei NEAR/8 ban", "huawei NEAR/8 ban", "org"},
        {"\"ban org:huawei\"", "\"ban huawei\"", "org"},
        {"\"role:senator's ban\"", "\"senator ban\"", "role"},
        {"title:\"org:co-op\"", "title:\"co op\" OR title:\"coop\"", "org"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(reading(c.text) == c.parsed);
        const auto parsed = query::parse_query(c.text, {});
        REQUIRE(parsed->notes.size() == 1);
        CHECK(parsed->notes[0].severity == query::Severity::error);
        CHECK(
            parsed->notes[0].message ==
            "\"" + c.field +
                ":\" needs a gazetteer, and none was found; what stands behind it is looked for as "
                "words.");
    }
}

TEST_CASE("strict refuses the first error of a query, and takes warnings") {
    const query::ParseOptions strict{.is_strict = true};
    CHECK(reading("a AND", strict) == "a");
    CHECK(reading("a )", strict) == "a");
    CHECK(reading("huawei ban -zte", strict) == "huawei AND ban AND NOT zte");
    const auto refused = query::parse_query("a titel:b se*", strict);
    REQUIRE(!refused);
    CHECK(refused.error().position == 2);
    CHECK(refused.error().message == "There is no field \"titel\"; it is looked for as words.");
    CHECK(refused.error().suggestion == "title:b");
    for (const std::string_view text :
         {"org:huawei", "a NEAR (b c)", "\"a\"~5", "=a*", "a~", "a^200", "atleast0:a", "date:x",
          "lang:klingonese", "se*", "co-oper*", "\"se* x\""}) {
        CAPTURE(text);
        CHECK(!query::parse_query(text, strict));
        CHECK(query::parse_query(text, {}));
    }
}

TEST_CASE("notes are few and short, however much there is to note") {
    const auto many = query::parse_query(tests::repeated(") ", 30'000), {});
    REQUIRE(many);
    CHECK(many->notes.size() == 33);
    CHECK(many->notes.back().message == "There is more to note about this query.");
    for (const std::string_view piece : {"é", "!", "\x1B", "\xFF", "a~", "se*"}) {
        CAPTURE(piece);
        const auto long_piece = query::parse_query("date:" + tests::repeated(piece, 2000), {});
        if (!long_piece) continue;  // Too many words.
        for (const query::Note& note : long_piece->notes) CHECK(note.message.size() < 1000);
    }
    const query::ParseOptions strict{.is_strict = true};
    CHECK(!query::parse_query(tests::repeated(") ", 100) + "org:huawei", strict));
}

}  // namespace nutgraf::tests::in_parser_notes_test
