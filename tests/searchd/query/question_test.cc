#include "searchd/query/question.h"

#include "searchd/query/print.h"
#include "searchd/query/stop_words.h"
#include "tests/searchd/query/reading.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_question_test {

using namespace nutgraf;

namespace {

struct QuestionCase {
    std::string text;
    std::string expected;
    std::vector<std::string> left_out;
};

}  // namespace

TEST_CASE("a question is asked without the words of every text, and says which they were") {
    const QuestionCase cases[] = {
        {"what is the price of gas", "price OR gas", {"what", "is", "the", "of"}},
        {"The Bank OF the north", "bank OR north", {"the", "of"}},
        {"what is the flow", "flow", {"what", "is", "the"}},
        {"to be or not", "to OR be OR or OR not", {}},  // There are no others.
        {"the rate", "the OR rate", {}},                // Too short for a question.
        {"high-speed flow past wings",
         "high OR speed OR \"high speed\" OR highspeed OR flow OR past OR wings",
         {}},
        {"re-entry of a capsule", "re OR entry OR \"re entry\" OR reentry OR capsule", {"of", "a"}},
        {"who us may vote", "who OR us OR may OR vote", {}},  // Names, in capitals.
    };
    for (const QuestionCase& c : cases) {
        CAPTURE(c.text);
        for (const bool is_plain : {true, false}) {
            CAPTURE(is_plain);
            const auto parsed = query::parse_query(c.text, {.is_plain = is_plain, .is_any = true});
            REQUIRE(parsed);
            std::string flat = query::to_text(parsed->query);
            std::erase_if(flat, [](char letter) { return letter == '(' || letter == ')'; });
            CHECK(flat == c.expected);
            CHECK(parsed->left_out == c.left_out);
        }
    }
}

TEST_CASE("where all words must be there, none is left out") {
    CHECK(tests::reading("what is the price") == "what AND is AND the AND price");
    CHECK(tests::reading("(\"high speed\" OR hack) in the north", {.is_any = true}) ==
          "(\"high speed\" OR hack) OR north");
}

TEST_CASE("stop words are told by their small letters alone") {
    for (const std::string_view word : {"a", "the", "with", "yet", "your"}) {
        CAPTURE(word);
        CHECK(query::is_stop_word(word));
    }
    for (const std::string_view word : {"", "The", "bank", "us", "who", "may", "thee", "zz"}) {
        CAPTURE(word);
        CHECK_FALSE(query::is_stop_word(word));
    }
}

}  // namespace nutgraf::tests::in_question_test
