#include "tests/analyzers/entities/recognised_names.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_analysis_surroundings_test {

using namespace nutgraf::tests;

TEST_CASE("who is told something may be an organisation") {
    check_organisations({
        {"He told BBC Radio 4's Today programme that it rained.", "BBC Radio 4=bbc-radio-4"},
        {"He told Reuters that it rained.", "Reuters=reuters"},
    });
}

TEST_CASE("who has a spokesman is an organisation, and he stays unnamed") {
    check_organisations({
        {"A Huawei spokesman said no.", "Huawei=huawei"},
        {"A Velaro spokeswoman said no.", "Velaro"},
        {"A spokesman for Velaro said no.", "Velaro"},
        {"A spokesman said no.", ""},
    });
    check_persons({
        {"A Huawei spokesman said no.", ""},
        {"A Velaro spokeswoman said no.", ""},
    });
}

TEST_CASE("what reports, or is reported by, is an organisation we know") {
    check_organisations({
        {"Reuters reported it, quoting sources.", "Reuters=reuters"},
        {"According to Amnesty International it rained.", "Amnesty International=amnesty"},
    });
}

TEST_CASE("a name is found beside a hyphen") {
    check_organisations({
        {"The Huawei-backed firm sued.", "Huawei=huawei"},
        {"The anti-Kremlin march ended.", "Kremlin=ru-presidential-administration"},
        {"The Velaro-owned brewery closed.", "Velaro"},
        {"The water-backed mill closed.", ""},
    });
}

TEST_CASE("a country before a listed body is part of its name") {
    check_organisations({
        {"The US Congress met.", "US Congress=us-congress"},
        {"The Congress met in Washington.", "Congress=us-congress"},
    });
}

TEST_CASE("a club is one where it plays") {
    check_organisations({
        {"Real Madrid drew 2-2 in Getafe.", "Real Madrid=real-madrid"},
        {"The royal family of Spain drew crowds in Getafe.", ""},
    });
}

}  // namespace nutgraf::tests::in_analysis_surroundings_test
