#include "tests/analyzers/entities/recognised_names.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_analysis_offices_test {

using namespace nutgraf::tests;

TEST_CASE("an office that stands alone is whoever held it that day") {
    struct Case {
        std::string_view published;
        std::string_view text;
        std::string_view expected;
    };
    const Case cases[] = {
        {"2019-05-05", "The British prime minister flew home.",
         "~British prime minister=theresa-may"},
        {"2020-05-05", "The British prime minister flew home.",
         "~British prime minister=boris-johnson"},
        {"2019-05-05", "The US president flew home.", "~US president=donald-trump"},
        {"2022-05-05", "The US president flew home.", "~US president=joe-biden"},
        {"2018-07-01", "Britain's foreign secretary flew home.",
         "~Britain's foreign secretary=boris-johnson"},
        {"2019-05-05", "Britain's foreign secretary flew home.",
         "~Britain's foreign secretary=jeremy-hunt"},
        {"", "The British prime minister flew home.", ""},
        {"2019-05-05", "A prime minister flew home.", ""},
    };
    for (const Case& c : cases) check_persons({{c.text, c.expected}}, {.published = c.published});
}

TEST_CASE("the country of the article tells whose an office is, and without one nobody's") {
    check_persons({
        {"The House of Commons met in London. The PM was late.", "~PM=theresa-may"},
        {"The Bundestag met in Berlin. The chancellor was late.", "~chancellor=angela-merkel"},
        {"The choir met. The president was late.", ""},
    });
}

TEST_CASE("who is former, shadow, elected or unnamed is not the holder") {
    check_silence({
        "The former British prime minister flew home.",
        "The then British prime minister flew home.",
        "The shadow foreign secretary flew home.",
        "The president-elect flew home.",
    });
}

TEST_CASE("a former holder who is named stands for the former office") {
    check_persons({
        {"Former US president Barack Obama spoke. The former president was brief.",
         "Barack Obama=barack-obama|~former president=barack-obama"},
    });
}

}  // namespace nutgraf::tests::in_analysis_offices_test
