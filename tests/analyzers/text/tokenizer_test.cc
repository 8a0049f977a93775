#include "analyzers/text/tokenizer.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace nutgraf::tests::in_tokenizer_test {

using namespace nutgraf::analyzers;

namespace {

/// The words of a text in their folded form, "|" between them, "-" before a glued one, "'" after a
/// possessive.
std::string words(std::string_view text) {
    const Tokens tokens = tokenise(text);
    std::string line;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (i > 0) line += tokens[i].is_glued ? "-" : "|";
        line += tokens.folded(i);
        if (tokens[i].is_possessive) line += "'";
    }
    return line;
}

/// The words as they stand in the text.
std::string spans(std::string_view text) {
    const Tokens tokens = tokenise(text);
    std::string line;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (i > 0) line += "|";
        line += text.substr(tokens[i].begin, tokens[i].end - tokens[i].begin);
    }
    return line;
}

}  // namespace

TEST_CASE("a text is cut into the words a reader would look for") {
    struct Case {
        std::string text, expected;
    };
    const Case cases[] = {
        {"", ""},
        {" \n\t—…", ""},
        {"Huawei and ZTE", "huawei|and|zte"},
        {"Chris Coons.Theresa May", "chris|coons|theresa|may"},  // Glued by a lost line break.
        {"the USA.The vote", "the|usa|the|vote"},
        {"the U.S. government", "the|us|government"},
        {"in the U.S.", "in|the|us"},
        {"the U.S-led raid", "the|us-led|raid"},
        {"J. R. R. Tolkien", "j|r|r|tolkien"},
        {"at 9 a.m. today", "at|9|am|today"},
        {"see example.com.", "see|example.com"},
        {"AT&T and S&P, not a&b", "at&t|and|s&p|not|a|b"},
        {"Huawei's and Huawei’s", "huawei'|and|huawei'"},
        {"the allies' plan", "the|allies'|plan"},
        {"the allies', he said: the allies'.",
         "the|allies'|he|said|the|allies'"},  // Were unmarked.
        {"\"the allies'\"", "the|allies'"},
        {"the bus's driver’S", "the|bus'|driver'"},
        {"O'Brien can’t", "o'brien|can't"},
        {"l'Assemblée d’État, qu'il n'a", "l|assemblee|d|etat|qu|il|n|a"},  // Were joined.
        {"L'Oréal jusqu’à l'état-major", "l|oreal|jusqu|a|l|etat-major"},
        {"D'Angelo c'mon t'was aujourd'hui", "d'angelo|c'mon|t'was|aujourd'hui"},
        {"'significant technical issues'", "significant|technical|issues'"},
        {"“deep concern”", "deep|concern"},
        {"non-core co‑operation", "non-core|co-operation"},
        {"a - b", "a|b"},
        {"5G, 3,000 and 1.5%", "5g|3,000|and|1.5"},
        {"3·5, a·b", "3|5|a·b"},  // Was joined; the middle dot joins letters only.
        {"3‘5 a‘b", "3‘5|a‘b"},
        {"1;2 1,a a,1 1.a", "1;2|1|a|a|1|1|a"},
        {"3a a3 3a3", "3a|a3|3a3"},
        {"snake_case _emphasis_", "snake_case|emphasis"},
        {"snake＿case x‿y a_1_b", "snake_case|x‿y|a_1_b"},  // Were split; they are like "_".
        {"Signed______ Date", "signed|date"},
        {"name__date", "name|date"},
        {"10\u202F000 Bonjour\u202F!", "10|000|bonjour"},
        {"10:30 GMT: now", "10|30|gmt|now"},
        {"华为5G网络", "华|为|5g|网|络"},
        {"ファーウェイ", "フ|ァ|ー|ウ|ェ|イ"},
        {"ข่าว", "ข่|า|ว"},
        {"삼성전자", "삼성전자"},
        {"В. В. Путин", "в|в|путин"},
        {"צה\"ל רח' צ'ק", "צה\"ל|רח|צ'ק"},  // The first was split: an acronym is written so.
        {"\"צהל\" a\"b", "צהל|a|b"},
        {"ח.נ.ב", "חנב"},
        {"CAFÉ café cafe\u0301", "cafe|cafe|cafe"},
        {"Straße Łódź Øresund", "strasse|lodz|oresund"},
        {"ещё моей", "еще|моей"},
        {"hua\u200Bwei hua\u00ADwei", "huawei|huawei"},
        {"ＮＡＴＯ ﬁne", "nato|fine"},
        {"a\u200D👩\u200Db", "a|b"},  // No joiner makes a picture part of a word.
        {"a\xFF"
         "b",
         "a|b"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(words(c.text) == c.expected);
    }
}

TEST_CASE("a word's span is what a reader would underline") {
    CHECK(spans("the U.S. Senate's “AT&T” file") == "the|U.S.|Senate|AT&T|file");
    CHECK(spans("‘l’Assemblée’ d'un") == "l|Assemblée|d|un");
    CHECK(spans("Chris Coons.Theresa May’s") == "Chris|Coons|Theresa|May");
    CHECK(spans("cafe\u0301 hua\u00ADwei\u200B.") == "cafe\u0301|hua\u00ADwei\u200B");
    CHECK(spans("\xFFword\x80s") == "word|s");
}

TEST_CASE("a word of any length is compared by at most 64 bytes and keeps its span") {
    for (const std::size_t size : {63U, 64U, 65U, 1000U, 100'000U}) {
        CAPTURE(size);
        const Tokens tokens = tokenise(std::string(size, 'X'));
        REQUIRE(tokens.size() == 1);
        CHECK(tokens[0].end == size);
        CHECK(tokens.folded(0) == std::string(std::min<std::size_t>(size, 64), 'x'));
    }
}

TEST_CASE("a word of which nothing is left when folded is not listed, and glues nothing") {
    CHECK(words("a \u115F\u3164 b") == "a|b");
    CHECK(words("a-\u115F-b") == "a|b");
}

}  // namespace nutgraf::tests::in_tokenizer_test
