#include "analyzers/text/token.h"

#include "analyzers/text/tokenizer.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_token_test {

using namespace nutgraf::analyzers;

namespace {

/// The compounds of a text: "1-2 cooperation/coopération", "; " between them.
std::string printed(std::string_view text) {
    std::string line;
    for (const Compound& compound : compounds(tokenise(text))) {
        if (!line.empty()) line += "; ";
        line += std::to_string(compound.first) + "-" + std::to_string(compound.last) + " " +
                compound.folded;
        if (compound.caseless != compound.folded) line += "/" + compound.caseless;
    }
    return line;
}

}  // namespace

TEST_CASE("tokens hold what was added, in order, and no reference to the text") {
    Tokens tokens;
    CHECK(tokens.empty());
    {
        std::string folded = "cafe", caseless = "café", same = "5g";
        tokens.add({0, 5, false, false}, folded, caseless);
        tokens.add({6, 8, true, true}, same, same);
        folded = caseless = same = "gone";
    }
    CHECK(tokens.size() == 2);
    CHECK(tokens.folded(0) == "cafe");
    CHECK(tokens.caseless(0) == "café");
    CHECK(tokens.folded(1) == "5g");
    CHECK(tokens.caseless(1) == "5g");
    CHECK(tokens[1].begin == 6);
    CHECK(tokens[1].end == 8);
    CHECK(tokens[1].is_glued);
    CHECK(tokens[1].is_possessive);
    const Tokens copy = tokens;
    tokens = Tokens();
    CHECK(copy.caseless(0) == "café");
}

TEST_CASE("two to four words glued by hyphens are a compound as well") {
    struct Case {
        std::string text, expected;
    };
    const Case cases[] = {
        {"", ""},
        {"cooperation", ""},
        {"co-operation", "0-1 cooperation"},
        {"the Itar-Tass agency", "1-2 itartass"},
        {"state-of-the-art", "0-3 stateoftheart"},
        {"a-b-c-d-e", ""},  // A list rather than a word.
        {"a-b-c-d-e f-g", "5-6 fg"},
        {"a-b c-d", "0-1 ab; 2-3 cd"},
        {"Rhône-Alpes", "0-1 rhonealpes/rhônealpes"},
        {"co‐operation co‑operation", "0-1 cooperation; 2-3 cooperation"},
        {"co - operation co-\noperation co--operation co–operation", ""},
        {"U.S.-led", "0-1 usled"},
        {"-a b-", ""},
        {"华-为", "0-1 华为"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(printed(c.text) == c.expected);
    }
}

TEST_CASE("a compound has at most 64 bytes, as any term") {
    const std::string half(32, 'x');
    CHECK(printed(half + "-" + half) == "0-1 " + half + half);
    CHECK(printed(half + "-" + half + "x") == "");
    std::string accents;
    for (int i = 0; i < 30; ++i) accents += "é";
    CHECK(printed(accents + "-" + accents) == "");  // The caseless form is longer.
}

TEST_CASE("a long chain of hyphens is one list") {
    std::string chain = "a";
    for (int i = 0; i < 500'000; ++i) chain += "-a";
    const Tokens tokens = tokenise(chain);
    CHECK(tokens.size() == 500'001);
    CHECK(compounds(tokens).empty());
}

}  // namespace nutgraf::tests::in_token_test
