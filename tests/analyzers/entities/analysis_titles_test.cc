#include "tests/analyzers/entities/recognised_names.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_analysis_titles_test {

using namespace nutgraf::tests;

TEST_CASE("a role before a name makes it an official's and is no part of it") {
    check_roles({
        {"Thanks go to Senator Chris Coons for that.", "Chris Coons=us-senator/US"},
        {"Defence Secretary Penny Mordaunt flew home.", "Penny Mordaunt=defence-minister/GB"},
        {"They met Mayor Anouk Verhaegen.", "Anouk Verhaegen=mayor"},
        {"They met Anouk Verhaegen.", "Anouk Verhaegen="},
    });
}

TEST_CASE("a country before the role is the official's") {
    check_roles({
        {"British Prime Minister Theresa May spoke.", "Theresa May=prime-minister/GB"},
        {"Norwegian trade minister Sigrun Hovland spoke.", "Sigrun Hovland=trade-minister/NO"},
        {"France's finance minister Bruno Le Maire spoke.", "Bruno Le Maire=finance-minister/FR"},
        {"The Hungarian cellist Ilka Fodor spoke.", "Ilka Fodor="},
    });
}

TEST_CASE("a title in the plural is that of every name behind it") {
    check_roles({
        {"Senators Cory Gardner, Chris Coons and Ed Markey wrote to him.",
         "Cory Gardner=us-senator/US|Chris Coons=us-senator/US|Ed Markey=us-senator/US"},
        {"Senators Cory Gardner (R-CO), Chris Coons (D-DE), and Ed Markey (D-MA) wrote to him.",
         "Cory Gardner=us-senator/US|Chris Coons=us-senator/US|Ed Markey=us-senator/US"},
        {"Ministers Olga Brandt and Pia Kjaer were there, and so was Tor Lund.",
         "Olga Brandt=minister|Pia Kjaer=minister|Tor Lund="},
    });
}

TEST_CASE("words joined before a plural title go to the names in order") {
    check_roles(
        {
            {"The defense and foreign secretaries, Gavin Williamson and Jeremy Hunt, agreed.",
             "Gavin Williamson=defence-minister/GB|Jeremy Hunt=foreign-minister/GB"},
            {"The trade and health ministers, Ola Nyberg and Tea Saar, agreed.",
             "Ola Nyberg=trade-minister|Tea Saar=health-minister"},
        },
        {.published = "2019-04-30"});
}

TEST_CASE("of two roles before one name the first counts, and neither hides the name") {
    check_persons({
        {"Cabinet Secretary and National Security Adviser Sir Mark Sedwill wrote to them.",
         "Mark Sedwill=mark-sedwill"},
        {"Chairman and chief executive Ines Obando resigned.", "Ines Obando=ines-obando"},
    });
    check_organisations({
        {"Cabinet Secretary and National Security Adviser Sir Mark Sedwill wrote to them.", ""},
    });
}

TEST_CASE("who has an officer before a name is an organisation") {
    check_organisations({
        {"Huawei's founder, Ren Zhengfei, is ill.", "Huawei=huawei"},
        {"Huawei chairman Liang Hua is ill.", "Huawei=huawei"},
        {"Nordvale chief executive Per Lindahl is ill.", "Nordvale"},
        {"Nordvale is a village, and Per Lindahl is ill.", ""},
    });
    check_persons({
        {"Huawei's founder, Ren Zhengfei, is ill.", "Ren Zhengfei=ren-zhengfei"},
        {"Nordvale chief executive Per Lindahl is ill.", "Per Lindahl=per-lindahl"},
    });
}

TEST_CASE("a former role is kept as one that is over") {
    check_roles({
        {"Former Foreign Secretary Boris Johnson agreed.",
         "Boris Johnson=former foreign-minister/GB"},
        {"Ex-president Barack Obama agreed.", "Barack Obama=former president/US"},
        {"Acting mayor Lena Frost agreed.", "Lena Frost=mayor"},
        {"Lena Frost, a former judge, agreed.", "Lena Frost=former judge"},
    });
}

TEST_CASE("neither a shadow minister nor one elected holds the office yet") {
    check_roles({
        {"Shadow foreign secretary Nadia Plumb agreed.", "Nadia Plumb="},
        {"President-elect Marta Iglesias-Prieto agreed.", "Marta Iglesias-Prieto="},
        {"President Marta Iglesias-Prieto agreed.", "Marta Iglesias-Prieto=president"},
    });
}

TEST_CASE("an envoy has the country that sends, not the one that receives") {
    check_roles({
        {"China's ambassador to London, Liu Xiaoming, agreed.", "Liu Xiaoming=ambassador/CN"},
        {"The ambassador to France, Rut Ekberg, agreed.", "Rut Ekberg=ambassador"},
        {"The president of France, Emmanuel Macron, agreed.", "Emmanuel Macron=president/FR"},
    });
}

TEST_CASE("an honorific stands before a person") {
    check_persons({
        {"They asked Mr Hunt. Jeremy Hunt said no.", "Hunt=jeremy-hunt|Jeremy Hunt=jeremy-hunt"},
        {"Mrs Oyelaran and Dr Quist said no.", "Oyelaran=oyelaran|Quist=quist"},
        {"The Hunt began at dawn and no fox was found.", ""},
    });
}

TEST_CASE("a party before the role, or alone before a name, is the person's") {
    check_parties({
        {"Labour MP Diane Abbott asked twice.", "Diane Abbott=gb-labour"},
        {"Republican senator Cory Gardner asked twice.", "Cory Gardner=us-republican/CO"},
        {"Democratic Senator Chris Coons asked twice.", "Chris Coons=us-democratic/DE"},
        {"The cellist Ilka Fodor asked twice.", "Ilka Fodor="},
    });
}

TEST_CASE("a surname behind a country's possessive is that of its official") {
    check_persons({
        {"China's Xi and Britain's Hunt did not meet.", "Xi=xi-jinping|Hunt=jeremy-hunt"},
        {"Norway's Hunt for cod goes on.", ""},
    });
}

TEST_CASE("an administration is named for its president") {
    check_organisations({
        {"The Trump administration said no.", "Trump administration=us-trump-admin"},
        {"The administration said no.", ""},
    });
}

}  // namespace nutgraf::tests::in_analysis_titles_test
