#include "tests/analyzers/entities/recognised_names.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_analysis_bodies_test {

using namespace nutgraf::tests;

TEST_CASE("a company's suffix ends its name and belongs to it") {
    check_organisations({
        {"Huawei Technologies Co Ltd sued.", "Huawei Technologies Co Ltd=huawei"},
        {"ZTE Corp sued.", "ZTE Corp=zte"},
        {"Marlow Tindale Inc. sued.", "Marlow Tindale Inc"},
        {"Marlow Tindale sued.", ""},
    });
}

TEST_CASE("a head that bodies end in makes an organisation") {
    check_organisations({
        {"The Metropolitan Police asked.", "Metropolitan Police=gb-met-police"},
        {"The Cabinet Office asked.", "Cabinet Office=gb-cabinet-office"},
        {"The European Parliament asked.", "European Parliament=eu-parliament"},
        {"The Nordic Seaweed Council asked.", "Nordic Seaweed Council"},
        {"The seaweed council asked.", ""},
        // A newspaper is called "The National".
        {"The National Audit Office asked.", "National Audit Office=gb-nao"},
        {"The National Crime Agency asked.", "National Crime Agency=gb-nca"},
    });
}

TEST_CASE("a head has its complement, with the small words in it") {
    check_organisations({
        {"The Institute for Tidal Research asked.", "Institute for Tidal Research"},
        {"The Ministry of Trade and Industry asked.", "Ministry of Trade and Industry"},
        {"The US Senate Committee on Foreign Relations asked.",
         "US Senate Committee on Foreign Relations=us-sfrc"},
        {"The Office of Fair Trading asked.", "Office of Fair Trading"},
        {"The office of my dentist asked.", ""},
    });
}

TEST_CASE("a country and a kind of body make a body of the country, in small letters too") {
    check_organisations({
        {"The Chinese foreign ministry said no.", "Chinese foreign ministry=cn-foreign-ministry"},
        {"The Czech central bank said no.", "Czech central bank=cz-cnb"},
        {"Chile's central bank said no.", "Chile's central bank=cl-central-bank"},
        {"The Norwegian trade ministry said no.", "Norwegian trade ministry=no-trade-ministry"},
        {"The central bank said no.", ""},
    });
}

TEST_CASE("and, ampersand or brothers between names is a firm's") {
    check_organisations({
        {"They shop at Marks & Spencer.", "Marks & Spencer=marks-spencer"},
        {"They shop at Tolley & Brack.", "Tolley & Brack"},
        {"They shop at Tolley and Sons.", "Tolley and Sons"},
        {"They shop at Tolley Brothers.", "Tolley Brothers"},
        {"They shop with Ann Tolley and Ben Brack.", ""},
    });
}

TEST_CASE("a university is one, however it is written") {
    check_organisations({
        {"She teaches at Leiden University.", "Leiden University=leiden-university"},
        {"She teaches at the University of Wexcombe.", "University of Wexcombe"},
        {"She teaches at Wexcombe Technical College.", "Wexcombe Technical College"},
        {"She teaches in Wexcombe.", ""},
    });
}

TEST_CASE("a word for a medium behind a name makes it one") {
    check_organisations({
        {"The Le Monde newspaper asked.", "Le Monde=le-monde"},
        {"The Dagsposten newspaper asked.", "Dagsposten"},
        {"The Fjordnytt news website asked.", "Fjordnytt"},
    });
}

TEST_CASE("the longest name counts") {
    check_organisations({
        {"The Federal Trade Commission asked.", "Federal Trade Commission=ftc"},
        {"BBC Radio 4 asked.", "BBC Radio 4=bbc-radio-4"},
    });
}

}  // namespace nutgraf::tests::in_analysis_bodies_test
