#include "searchd/search/highlighter.h"

#include "tests/searchd/search/marked.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_highlighter_test {

using namespace nutgraf;
using tests::marked;
using tests::marked_text;
using tests::TestArticle;

namespace {

struct Case {
    std::string query, text, expected;
};

template <std::size_t size>
void check(const Case (&cases)[size]) {
    for (const Case& c : cases) {
        CAPTURE(c.query);
        CAPTURE(c.text);
        CHECK(marked_text(c.query, c.text) == c.expected);
    }
}

}  // namespace

TEST_CASE("a word is marked in its exact form and by its stem") {
    const Case cases[] = {
        {"ban", "a ban, bans and banned BANNING bandits",
         "a [ban], [bans] and [banned] [BANNING] bandits"},
        {"banned", "ban banana", "[ban] banana"},
        {"\"ban\"", "ban bans", "[ban] bans"},
        {"durre", "Dürre DÜRRE", "[Dürre] [DÜRRE]"},
        {"huawei", "Huawei's and Huawei’s allies' hua\u00ADwei",
         "[Huawei]'s and [Huawei]’s allies' [hua\u00ADwei]"},
        {"ally", "the allies' house", "the [allies]' house"},
        {"us", "the U.S. Senate, US and us", "the [U.S.] Senate, [US] and [us]"},
        {"AT&T", "AT&T at T", "[AT&T] at T"},
        {"secur*", "security, Securities, insecure", "[security], [Securities], insecure"},
        {"xyzzy", "nothing here", "nothing here"},
        {"½", "1⁄2 or ½", "[1⁄2] or [½]"},
    };
    check(cases);
}

TEST_CASE("a phrase is one range, only where the phrase stands") {
    const Case cases[] = {
        {"\"national security\"", "national Security; national, security. security national",
         "[national Security]; [national, security]. security national"},
        {"\"national security\"", "“National security” and «national security’s»",
         "“[National security]” and «[national security]’s»"},
        {"\"a a\"", "a a a b a", "[a a a] b a"},  // Overlapping marks are one.
        {"\"chinese telecom*\"", "Chinese telecoms; Chinese tea",
         "[Chinese telecoms]; Chinese tea"},
        {"\"chin* telecom\"", "China Telecom", "[China Telecom]"},
        {"\"one two\"", "one\n\ntwo", "[one\n\ntwo]"},
        {"\"the us senate\"", "The U.S. Senate's vote", "[The U.S. Senate]'s vote"},
        {"12:30", "at 12:30 or 12 30 or 30 12", "at [12:30] or [12 30] or 30 12"},
        {"华为", "华为的华 为华为", "[华为]的[华 为][华为]"},
        {"华为", "为华", "为华"},
    };
    check(cases);
}

TEST_CASE("a hyphenated word is marked whole, however it is written") {
    const Case cases[] = {
        {"co-operation", "co-operation, cooperation, co operation, operation",
         "[co-operation], [cooperation], [co operation], operation"},
        {"cooperation", "co-operation, co‑operation, cooperations, co operation",
         "[co-operation], [co‑operation], [cooperations], co operation"},
        {"cooperate", "co-operation", "[co-operation]"},
        {"operation", "co-operation", "co-[operation]"},
        {"\"security cooperation\"", "security co-operation", "[security co-operation]"},
        {"\"co-operation council\"", "cooperation council", "[cooperation council]"},
        {"mother-in-law", "motherinlaw mother-in-law", "[motherinlaw] [mother-in-law]"},
        {"cooper*", "co-operation", "[co-operation]"},
    };
    check(cases);
}

TEST_CASE("what is not satisfied is not marked") {
    const std::string text = "one two three four five";
    const Case cases[] = {
        {"one two", text, "[one] [two] three four five"},
        {"one six", text, text},
        {"one -two", text, text},
        {"one -six", text, "[one] two three four five"},
        {"NOT six", text, text},
        {"NOT NOT one", text, text},
        {"one OR six", text, "[one] two three four five"},
        {"one OR (two six)", text, "[one] two three four five"},
        {"one OR (two -three)", text, "[one] two three four five"},
        {"one OR (two three)", text, "[one] [two] [three] four five"},
        {"one OR \"two four\"", text, "[one] two three four five"},
        {"\"one two\" OR two", text, "[one two] three four five"},
        {"one OR \"one two three\"", text, "[one two three] four five"},
        {"(one OR six) (two OR seven)", text, "[one] [two] three four five"},
        {"(one OR six) (eight OR seven)", text, text},
        {"one date:2019", text, text},
        {"one lang:en", text, "[one] two three four five"},
        {"one lang:de", text, text},
        {"one OR lang:de", text, "[one] two three four five"},
        {"*", text, text},
        {"one source:courier", text, "[one] two three four five"},
        {"one source:herald", text, text},
        {"one id:id", text, "[one] two three four five"},
        {"one date:undated", text, "[one] two three four five"},
    };
    check(cases);
}

TEST_CASE("a field is marked where it was asked about") {
    const TestArticle article{"id", "Huawei ban", "The ban of Huawei", "2019-05-10"};
    struct Marks {
        std::string query, expected;
    };
    const Marks cases[] = {
        {"huawei", "[Huawei] ban / The ban of [Huawei]"},
        {"title:huawei", "[Huawei] ban / The ban of Huawei"},
        {"body:huawei", "Huawei ban / The ban of [Huawei]"},
        {"title:huawei body:ban", "[Huawei] ban / The [ban] of Huawei"},
        {"\"huawei ban\"", "[Huawei ban] / The ban of Huawei"},
        {"title:of huawei", "Huawei ban / The ban of Huawei"},
        {"source:huawei huawei", "Huawei ban / The ban of Huawei"},
        {"huawei date:2019-05", "[Huawei] ban / The ban of [Huawei]"},
        {"huawei date:2019-06..", "Huawei ban / The ban of Huawei"},
        {"huawei -date:2018", "[Huawei] ban / The ban of [Huawei]"},
    };
    for (const Marks& c : cases) {
        CAPTURE(c.query);
        CHECK(marked(c.query, article) == c.expected);
    }
}

TEST_CASE("the standfirst is the text's first paragraph") {
    archive::Article article = tests::article_of({"id", "Title", "The body."});
    article.standfirst = "A ban.";
    const std::string text = archive::text_of(article);
    search::Highlighter highlighter(tests::query_read("ban body"), {"en"});
    CHECK(tests::bracketed(text, highlighter.highlights({article, "en"}, text).text) ==
          "A [ban].\n\nThe [body].");
}

TEST_CASE("words are marked by the stems of the article's own language") {
    CHECK(marked("häuser", {"id", "", "Das Haus, die Häuser", "", "de"}) ==
          " / Das [Haus], die [Häuser]");
    CHECK(marked("étés", {"id", "", "un été, l'été", "", "fr"}) == " / un [été], l'[été]");
    CHECK(marked("l'état", {"id", "", "des états", "", "fr"}) == " / des [états]");
    for (const std::string apostrophe : {"'", "’", "＇"}) {
        CAPTURE(apostrophe);
        const std::string name = "D" + apostrophe + "Angelo";
        CHECK(marked("angelo", {"id", "", "chez " + name, "", "fr"}) == " / chez [" + name + "]");
    }
    CHECK(marked("птиц", {"id", "", "Перелёт птицы, ПТИЦАМИ", "", "ru"}) ==
          " / Перелёт [птицы], [ПТИЦАМИ]");
    CHECK(marked("bans", {"id", "", "ban bans", "", "ja"}) == " / ban [bans]");
    CHECK(marked("dies", {"id", "", "dying die", "", "en"}) == " / [dying] [die]");
}

TEST_CASE("one highlighter serves many articles") {
    search::Highlighter highlighter(tests::query_read("ban"), {"en", "de"});
    for (const std::string_view lang : {"en", "de", "", "en"}) {
        const index::StoredArticle stored{tests::article_of({"id", "Bans", "ban"}),
                                          std::string(lang)};
        const auto found = highlighter.highlights(stored, "ban");
        CHECK(found.text == std::vector<search::Mark>{{0, 3}});
        CHECK(found.text_clauses == std::vector<std::size_t>{0});
        CHECK(found.title.size() == (lang.empty() ? 0 : 1));
    }
}

TEST_CASE("what is joined by sentence or paragraph is marked where it stands together") {
    const std::string text = "Huawei won. A ban, he said, of Huawei!\nNo ban. Huawei won.\nNo ban.";
    const Case cases[] = {
        {"huawei /s ban", text,
         "Huawei won. A [ban], he said, of [Huawei]!\nNo ban. Huawei won.\nNo ban."},
        {"huawei /p ban", text,
         "[Huawei] won. A [ban], he said, of [Huawei]!\nNo [ban]. [Huawei] won.\nNo ban."},
        {"ban NOT /s huawei", text,
         "Huawei won. A ban, he said, of Huawei!\nNo [ban]. Huawei won.\nNo [ban]."},
        {"ban NOT /p huawei", text,
         "Huawei won. A ban, he said, of Huawei!\nNo ban. Huawei won.\nNo [ban]."},
        {"won /s no", text, text},
        {"\"won a\" /p said", text,
         "Huawei [won. A] ban, he [said], of Huawei!\nNo ban. Huawei "
         "won.\nNo ban."},
        {"\"won a\" /s said", text, text},
        {"ban /s ban", "Ban the ban. Ban.", "[Ban] the [ban]. Ban."},
        {"huawei /s he /s ban", text,
         "Huawei won. A [ban], [he] said, of [Huawei]!\nNo ban. Huawei won.\nNo ban."},
        {"title:ban /s ban", text, text},
    };
    check(cases);
}

TEST_CASE("an exact word is marked as it is written, a similar one within its edits") {
    const Case cases[] = {
        {"=Ban", "ban Ban BAN Bans", "ban [Ban] BAN Bans"},
        {"=Dürre", "Durre Dürre dürre", "Durre [Dürre] dürre"},
        {"\"=The ban\"", "the ban The Ban", "the ban [The Ban]"},
        {"=co-op", "Co-op co-op coop", "Co-op [co-op] coop"},
        {"\"=Ban =the\"~2", "the ban, the Ban", "the ban, [the] [Ban]"},
        {"=US", "us U.S. US", "us U.S. [US]"},
        {"coons~", "Coons coon cons Conos Coens Dcoons counts spoons",
         "[Coons] [coon] [cons] [Conos] [Coens] Dcoons counts spoons"},
        {"coons~2", "count counts cans coo", "[count] [counts] [cans] [coo]"},
        {"Dürre~", "durr", "[durr]"},
        {"coons~ NEAR/1 chris", "Chris Coon or coon", "[Chris] [Coon] or coon"},
        {"huawei^3 OR ban^0.5", "a ban of huawei", "a [ban] of [huawei]"},
        {"atleast2:ban", "a ban, bans", "a [ban], [bans]"},
        {"atleast3:ban", "a ban, bans", "a ban, bans"},
        {"atleast2:\"a a\"", "a a a", "a a a"},  // The two overlap.
        {"atleast2:\"a a\"", "a a a a", "[a a a a]"},
        {"atleast3:(ban OR huawei)", "ban huawei ban", "[ban] [huawei] [ban]"},
    };
    check(cases);
}

TEST_CASE("the lead is the headline and the first paragraph") {
    const TestArticle article{"id", "Huawei ban", "A ban of Huawei.\nHuawei: no ban", ""};
    struct Marks {
        std::string query, expected;
    };
    const std::string unmarked = "Huawei ban / A ban of Huawei.\nHuawei: no ban";
    const Marks cases[] = {
        {"lead:huawei", "[Huawei] ban / A ban of [Huawei].\nHuawei: no ban"},
        {"lead:no", unmarked},
        {"lead:\"no ban\"", unmarked},
        {"lead:\"ban of\"", "Huawei ban / A [ban of] Huawei.\nHuawei: no ban"},
        {"lead:\"huawei ban\"~5", "[Huawei] [ban] / A [ban] of [Huawei].\nHuawei: no ban"},
        {"lead:ban NEAR/2 huawei", "[Huawei] [ban] / A [ban] of [Huawei].\nHuawei: no ban"},
        {"lead:huawei ADJ/1 no", unmarked},
        {"lead:=Huawei", "[Huawei] ban / A ban of [Huawei].\nHuawei: no ban"},
        {"lead:huawe~", "[Huawei] ban / A ban of [Huawei].\nHuawei: no ban"},
        {"atleast3:huawei", "[Huawei] ban / A ban of [Huawei].\n[Huawei]: no ban"},
        {"atleast3:lead:huawei", unmarked},
        {"atleast2:lead:huawei", "[Huawei] ban / A ban of [Huawei].\nHuawei: no ban"},
    };
    for (const Marks& c : cases) {
        CAPTURE(c.query);
        CHECK(marked(c.query, article) == c.expected);
    }
}

}  // namespace nutgraf::tests::in_highlighter_test
