#include "tests/analyzers/entities/recognised_names.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_analysis_sport_test {

using namespace nutgraf::tests;

TEST_CASE("a town is its club beside a score, where the article is about sport") {
    check_organisations({
        {"Real Madrid 2 Barcelona 1\nGetafe 0 Sevilla 0",
         "Real Madrid=real-madrid|Barcelona=fc-barcelona|Sevilla=sevilla-fc"},
        {"Barcelona drew 2-2 with Sevilla on Sunday.", "Barcelona=fc-barcelona|Sevilla=sevilla-fc"},
        {"Leeds United beat Norwich City 3-1. Arsenal host Everton.",
         "Leeds United=leeds-united|Norwich City=norwich-city|Arsenal=arsenal|Everton=everton"},
    });
}

TEST_CASE("a town is a town elsewhere, and where it only lies beside a club") {
    check_organisations({
        {"Barcelona is a port. The mayor of Barcelona spoke for 2-3 hours.", ""},
        {"The arsenal in Valencia burnt down at 3 in Porto.", ""},
        {"Real Madrid drew 2-2. The flight left from Barcelona.", "Real Madrid=real-madrid"},
    });
}

}  // namespace nutgraf::tests::in_analysis_sport_test
