#include "analyzers/text/units.h"

#include "analyzers/text/tokenizer.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace nutgraf::tests::in_units_test {

using namespace nutgraf::analyzers;

namespace {

/// A text's words, with "|" where a sentence begins and "||" where a paragraph does.
std::string parted(const std::string& text) {
    const Tokens tokens = tokenise(text);
    const TextUnits units = units_of(text, tokens);
    std::string line;
    for (std::uint32_t i = 0; i < tokens.size(); ++i) {
        const auto begins = [i](const std::vector<std::uint32_t>& unit) {
            return std::binary_search(unit.begin(), unit.end(), i);
        };
        if (begins(units.paragraphs)) {
            line += "||";
            CHECK(begins(units.sentences));
        } else if (begins(units.sentences)) {
            line += "|";
        } else {
            line += " ";
        }
        line += text.substr(tokens[i].begin, tokens[i].end - tokens[i].begin);
    }
    return line;
}

}  // namespace

TEST_CASE("sentences end at stops and paragraphs at lines") {
    struct Case {
        std::string text, expected;
    };
    const Case cases[] = {
        {"", ""},
        {"...", ""},
        {"One two. Three!", "||One two|Three"},
        {"One? Two! Three… Four", "||One|Two|Three|Four"},
        {"One two\nThree four", "||One two||Three four"},
        {"\n\nOne.\n\nTwo", "||One||Two"},
        {"He said “go.” Then left.", "||He said go|Then left"},
        {"(One two.) Three", "||One two|Three"},
        {"One, two; three: four", "||One two three four"},
        {"Rates rose 3.5 percent. But", "||Rates rose 3.5 percent|But"},
        {"Mr. May met Dr. Smith. She left", "||Mr May met Dr Smith|She left"},
        {"No. 10 said no. Ten others", "||No 10 said no|Ten others"},
        {"the U.S. Senate", "||the U.S. Senate"},
        {"in the U.S. The Senate", "||in the U.S.|The Senate"},
        {"J. K. Rowling", "||J. K. Rowling"},
        {"at approx. five", "||at approx five"},
        {"see example.com today", "||see example.com today"},
        {"end.Theresa", "||end Theresa"},
        {"他走了。她来了", "||他 走 了|她 来 了"},
        {"Он ушёл. Она пришла", "||Он ушёл|Она пришла"},
        {"“Why?” he asked", "||Why he asked"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(parted(c.text) == c.expected);
    }
}

}  // namespace nutgraf::tests::in_units_test
