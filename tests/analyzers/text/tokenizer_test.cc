#include "analyzers/text/tokenizer.h"

#include <doctest/doctest.h>

#include <string>

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
        {"O'Brien can’t", "o'brien|can't"},
        {"'significant technical issues'", "significant|technical|issues'"},
        {"“deep concern”", "deep|concern"},
        {"non-core co‑operation", "non-core|co-operation"},
        {"a - b", "a|b"},
        {"5G, 3,000 and 1.5%", "5g|3,000|and|1.5"},
        {"snake_case _emphasis_", "snake_case|emphasis"},
        {"10:30 GMT: now", "10|30|gmt|now"},
        {"华为5G网络", "华|为|5g|网|络"},
        {"ファーウェイ", "フ|ァ|ー|ウ|ェ|イ"},
        {"ข่าว", "ข่|า|ว"},
        {"삼성전자", "삼성전자"},
        {"В. В. Путин", "в|в|путин"},
        {"CAFÉ café cafe\u0301", "cafe|cafe|cafe"},
        {"Straße Łódź Øresund", "strasse|lodz|oresund"},
        {"ещё моей", "еще|моей"},
        {"hua\u200Bwei hua\u00ADwei", "huawei|huawei"},
        {"ＮＡＴＯ ﬁne", "nato|fine"},
        {"a\xFF" "b", "a|b"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(words(c.text) == c.expected);
    }
}

TEST_CASE("a word's span is what a reader would underline") {
    CHECK(spans("the U.S. Senate's “AT&T” file") == "the|U.S.|Senate|AT&T|file");
    CHECK(spans("Chris Coons.Theresa May’s") == "Chris|Coons|Theresa|May");
}
