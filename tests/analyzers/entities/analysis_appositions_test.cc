#include "tests/analyzers/entities/recognised_names.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_analysis_appositions_test {

using namespace nutgraf::tests;

TEST_CASE("brackets behind a name give party and state") {
    check_parties({
        {"It was Cory Gardner (R-CO) who asked.", "Cory Gardner=us-republican/CO"},
        {"It was Wes Hartigan (D-TX) who asked.", "Wes Hartigan=us-democratic/TX"},
        {"It was Ed Markey, D-Massachusetts, who asked.", "Ed Markey=us-democratic/MA"},
        {"It was Esther McVey (Con, Tatton) who asked.", "Esther McVey=gb-conservative"},
        {"It was Wes Hartigan (left) who asked.", "Wes Hartigan="},
    });
    check_organisations({
        {"It was Cory Gardner (R-CO) who asked.", ""},
        {"It was Esther McVey (Con, Tatton) who asked.", ""},
    });
}

TEST_CASE("a role behind a comma is the person's") {
    check_roles({
        {"Robert Strayer, the US Deputy Assistant Secretary for Cyber and International "
         "Communications and Information Policy, said so.",
         "Robert Strayer=deputy-assistant-secretary/US"},
        {"Robert Kahofer, chief of cabinet at Czech cybersecurity agency NUKIB, agreed.",
         "Robert Kahofer=chief-of-cabinet/CZ"},
        {"Solveig Aasen, mayor of Molde, agreed.", "Solveig Aasen=mayor"},
        {"Solveig Aasen, a keen skier, agreed.", "Solveig Aasen="},
    });
}

TEST_CASE("what a verb makes somebody is the person's role, over when it dismisses") {
    check_roles({
        {"Gavin Williamson was sacked as defence secretary.",
         "Gavin Williamson=former defence-minister/GB"},
        {"Dag Moe was appointed finance minister.", "Dag Moe=finance-minister"},
        {"Dag Moe, who became prime minister in March, agreed.", "Dag Moe=prime-minister"},
        {"Dag Moe was seen with the finance minister.", "Dag Moe="},
    });
}

TEST_CASE("an age between commas is a person's") {
    check_persons({
        {"Wilmot Grange, 54, was hurt.", "Wilmot Grange=wilmot-grange"},
        {"Wilmot Grange was hurt by the storm.", "Wilmot Grange=wilmot-grange"},
    });
}

TEST_CASE("whose member or head somebody is, is an organisation") {
    check_organisations({
        {"She is a member of Folkvind.", "Folkvind"},
        {"A member of the US Senate Committee on Foreign Relations asked.",
         "US Senate Committee on Foreign Relations=us-sfrc"},
        {"She is a native of Folkvind.", ""},
    });
}

TEST_CASE("who speaks and has two names is a person") {
    check_persons({
        {"That is so, said Robert Kahofer.", "Robert Kahofer=robert-kahofer"},
        {"Jane Dunmore of Amnesty International said it was so.", "Jane Dunmore=jane-dunmore"},
    });
    check_organisations({
        {"Jane Dunmore of Amnesty International said it was so.", "Amnesty International=amnesty"},
    });
}

TEST_CASE("a description behind a comma makes a name an organisation's") {
    check_organisations({
        {"Okosin, the Polish brewer, has closed.", "Okosin"},
        {"Okosin, the Polish spring, has closed.", ""},
    });
}

TEST_CASE("a member of a parliament is the legislator who is named next") {
    check_persons({
        {"A member of the US Senate has warned them. It was Senator Chris Coons.",
         "~member of the US Senate=chris-coons|Chris Coons=chris-coons"},
        {"A member of the US Senate has warned Chris Coons and Cory Gardner.",
         "Chris Coons=chris-coons|Cory Gardner=cory-gardner"},
    });
}

}  // namespace nutgraf::tests::in_analysis_appositions_test
