#include "tests/analyzers/entities/recognised_names.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_analysis_acronyms_test {

using namespace nutgraf::tests;

TEST_CASE("an acronym in brackets is the name before it, in the rest of the article too") {
    check_organisations({
        {"Britain's National Cyber Security Centre (NCSC) asked. The NCSC is new.",
         "Britain's National Cyber Security Centre=gb-ncsc|NCSC=gb-ncsc|NCSC=gb-ncsc"},
        {"The Institute of Harbour Pilots (IHP) asked. The IHP is new.",
         "Institute of Harbour Pilots|IHP|IHP"},
        {"The harbour was dredged by hand (IHP) last week.", ""},
    });
}

TEST_CASE("a long form in brackets is the acronym before it") {
    check_organisations({
        {"The SHB (Swiss Harbour Board) asked.", "SHB|Swiss Harbour Board"},
    });
}

TEST_CASE("or, known as and a comma define an acronym as brackets do") {
    check_organisations({
        {"The Institute of Harbour Pilots, or IHP, asked.", "Institute of Harbour Pilots|IHP"},
        {"The Institute of Harbour Pilots, known as the IHP, asked.",
         "Institute of Harbour Pilots|IHP"},
        {"The Institute of Harbour Pilots, also known as IHP, asked.",
         "Institute of Harbour Pilots|IHP"},
    });
}

TEST_CASE("an acronym that nobody defines has the initials of a body") {
    check_organisations({
        {"The Swiss Harbour Board asked. Later the SHB met.", "Swiss Harbour Board|SHB"},
    });
}

TEST_CASE("a description before a name makes it an organisation's") {
    check_organisations({
        {"Czech cybersecurity agency NUKIB asked.", "NUKIB=cz-nukib"},
        {"The chip maker Velaro asked.", "Velaro"},
        {"The news agency Fjordpress asked.", "Fjordpress"},
        {"Chinese telecommunications giant Huawei asked.", "Huawei=huawei"},
        {"The village Velaro was asked.", ""},
    });
}

TEST_CASE("a ticker or an exchange behind a name makes it a company's") {
    check_organisations({
        {"Calder (NASDAQ: CLDO) fell.", "Calder"},
        {"Calder (CLDO.O) fell.", "Calder"},
        {"Calder <CLDO> fell.", "Calder"},
        {"Calder fell.", ""},
    });
}

TEST_CASE("what has shares is a company") {
    check_organisations({
        {"Shares in Calder fell.", "Calder"},
        {"Shares of Calder fell.", "Calder"},
        {"Calder shares fell.", "Calder"},
        {"Calder's shares fell.", "Calder"},
        {"Prices in Calder fell.", ""},
    });
}

TEST_CASE("who signs the first line is an agency, and the town before it none") {
    check_organisations({
        {"BEIJING (dpa-AFX) - It rained.", "dpa-AFX=dpa-afx"},
        {"LAHTI, Finland, May 10 (Reuters) - It rained.", "Reuters=reuters"},
        {"VILNIUS (Baltwire) - It rained.", "Baltwire"},
        {"VILNIUS - It rained.", ""},
    });
}

}  // namespace nutgraf::tests::in_analysis_acronyms_test
