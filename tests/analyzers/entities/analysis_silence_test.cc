#include "tests/analyzers/entities/recognised_names.h"

#include <doctest/doctest.h>

using namespace nutgraf::tests;

TEST_CASE("months and words that look like surnames are nobody") {
    check_silence({
        "The fair is open from May 2-3.",
        "It may be late in May or early in March.",
        "May 2019 was wet, and May be warned, so was June.",
        "Since May the price of rice has risen. Hunt for it early.",
        "March 19 is a Tuesday.",
    });
}

TEST_CASE("a capital that speaks for its country is no organisation") {
    check_silence({
        "Washington says it will help.",
        "Beijing urged calm, Moscow denied it and Brussels was silent.",
        "The Western view is that London will wait.",
    });
}

TEST_CASE("companies' names are words as well") {
    check_silence({
        "Apple harvest begins in Kent.",
        "Shell and bark were dry, and the orange is ripe.",
        "The target is next to the gap in the fence.",
        "Apple trees like a cold spring.",
        "The Post Office queue reached the church.",
    });
}

TEST_CASE("laws, prizes, programmes, streets and stadiums are no organisations") {
    check_silence({
        "Nobody was charged under the Official Secrets Act.",
        "It was heard on the Today programme.",
        "The Nobel Peace Prize went to a baker.",
        "The Data Protection Act and the Treaty of Lisbon apply.",
        "They met at Heathrow Airport, in Baker Street and at Wembley Stadium.",
        "Independence Day and the World Cup were rained off.",
    });
}

TEST_CASE("products are no organisations") {
    check_silence({
        "The iPhone and the Galaxy Tab cost more.",
        "Windows users wait.",
        "A Boeing 737 landed.",
    });
}

TEST_CASE("titles and descriptions that name nobody are nobody") {
    check_silence({
        "An Assistant Commissioner and a senior official spoke.",
        "US officials and European diplomats spoke.",
        "State support the company receives is at stake.",
        "The bank, the ministry and the party were not named.",
    });
}

TEST_CASE("places are no organisations") {
    check_silence({
        "It rained in Paris, Georgia, Jordan and New South Wales.",
        "The Lake District and the Black Sea are wet.",
        "United States and United Kingdom",
    });
}

TEST_CASE("an empty text and one without letters are silent") {
    check_silence({"", " \n\n ", "12 34, 56.", "!!! ???"});
}
