#include "tests/analyzers/entities/recognised_names.h"

#include <doctest/doctest.h>

#include <algorithm>

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

TEST_CASE("without a date an office is whoever had it once and is named, if only one is") {
    check_persons(
        {
            {"Liu Xiaoming accepted it. The port was open, the ambassador said.",
             "Liu Xiaoming=liu-xiaoming|~ambassador=liu-xiaoming"},
            {"Theresa May wrote to Boris Johnson. The prime minister was late.",
             "Theresa May=theresa-may|Boris Johnson=boris-johnson"},
            {"Liu Xiaoming spoke. The French ambassador was late.", "Liu Xiaoming=liu-xiaoming"},
        },
        {.published = ""});
}

TEST_CASE("a title before a name leaves the office it is short for, and the country of a role") {
    struct Case {
        std::string_view text, office, country;
    };
    const Case cases[] = {
        {"The Secretary of State, Mike Pompeo, flew home.", "us-secretary-of-state", "US"},
        {"The governor, Mark Carney, flew home.", "boe-governor", "GB"},
        {"The minister, Mark Carney, flew home.", "", "CA"},
        {"A member of the Monetary Policy Committee, Silvana Tenreyro, flew home.", "", "GB"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        const auto mentions = mentions_in(c.text, {.published = "2019-05-05"});
        const auto person = std::ranges::find_if(mentions, [](const entities::Mention& mention) {
            return mention.kind == entities::MentionKind::official;
        });
        REQUIRE(person != mentions.end());
        CHECK(person->office == c.office);
        CHECK(person->country == c.country);
    }
}

TEST_CASE("a former holder who is named stands for the former office") {
    check_persons({
        {"Former US president Barack Obama spoke. The former president was brief.",
         "Barack Obama=barack-obama|~former president=barack-obama"},
    });
}

}  // namespace nutgraf::tests::in_analysis_offices_test
