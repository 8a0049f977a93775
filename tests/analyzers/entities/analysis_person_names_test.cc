#include "tests/analyzers/entities/recognised_names.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_analysis_person_names_test {

using namespace nutgraf::tests;

TEST_CASE("a first name begins a person's name") {
    check_persons({
        {"The prize went to Neil Garvock.", "Neil Garvock=neil-garvock"},
        {"The prize went to Amina Ruiz Calder.", "Amina Ruiz Calder=amina-ruiz-calder"},
        {"The prize went to Silent Harbour.", ""},
    });
}

TEST_CASE("initials belong to a person's name") {
    check_persons({
        {"The prize went to J. Thornbury and to Vera K. Lindqvist.",
         "J. Thornbury=j-thornbury|Vera K. Lindqvist=vera-k-lindqvist"},
        {"George W. Bush and George H.W. Bush were there.",
         "George W. Bush=george-w-bush|George H.W. Bush=george-hw-bush"},
    });
}

TEST_CASE("small words inside a name belong to it") {
    check_persons({
        {"Ursula von der Leyen flew home.", "Ursula von der Leyen=ursula-von-der-leyen"},
        {"Mohammed bin Salman flew home.", "Mohammed bin Salman=mohammed-bin-salman"},
        {"Bill de Blasio flew home.", "Bill de Blasio=bill-de-blasio"},
        {"Anna van den Broek flew home.", "Anna van den Broek=anna-van-den-broek"},
    });
}

TEST_CASE("names of other shapes are whole") {
    check_persons({
        {"Alexandria Ocasio-Cortez flew home.",
         "Alexandria Ocasio-Cortez=alexandria-ocasio-cortez"},
        {"Conor O'Brien flew home.", "Conor O'Brien=conor-obrien"},
        {"Donald Trump Jr. flew home.", "Donald Trump Jr=donald-trump-jr"},
        {"Moon Jae-in flew home.", "Moon Jae-in=moon-jae-in"},
    });
}

TEST_CASE("a possessive ends a name and is no part of it") {
    check_persons({
        {"Theresa May's support and Sir Mark Sedwill’s letter.",
         "Theresa May=theresa-may|Mark Sedwill=mark-sedwill"},
    });
    check_organisations({{"China's Huawei's offer", "Huawei=huawei"}});
}

TEST_CASE("a name ends where a sentence does, even without a space") {
    check_persons({
        {"So says Senator Chris Coons.Theresa May's support is gone.",
         "Chris Coons=chris-coons|Theresa May=theresa-may"},
    });
}

TEST_CASE("words that begin a sentence are no part of a name") {
    check_persons({
        {"Yesterday Theresa May said no.", "Theresa May=theresa-may"},
        {"Asked about it, Jeremy Hunt said no.", "Jeremy Hunt=jeremy-hunt"},
        {"Meanwhile Neil Garvock said no.", "Neil Garvock=neil-garvock"},
    });
}

}  // namespace nutgraf::tests::in_analysis_person_names_test
