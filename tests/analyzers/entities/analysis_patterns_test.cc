#include "tests/analyzers/entities/recognised_names.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_analysis_patterns_test {

// The patterns of docs/entities.md by their numbers, a row or more for each. Names are invented but
// where the gazetteer is asked.

using namespace nutgraf::tests;

TEST_CASE("patterns of roles give people their role and country") {
    check_roles({
        {"Governor Marta Quillan opened the dam.", "Marta Quillan=governor"},              // 1
        {"French Interior Minister Luc Aubrac left.", "Luc Aubrac=interior-minister/FR"},  // 2
        {"Representatives Dana Holt, Iris Penn and Joel Katz voted against it.",           // 3
         "Dana Holt=us-representative|Iris Penn=us-representative|Joel Katz=us-representative"},
        {"The finance and interior ministers, Carla Renz and Otto Weil, met.",  // 4
         "Carla Renz=finance-minister|Otto Weil=interior-minister"},
        {"Petra Novak, the Slovak deputy minister for rail and ports, left.",  // 8
         "Petra Novak=deputy-minister/SK"},
        {"Ilmar Tamm, head of the legal department at Tallwave, left.", "Ilmar Tamm=head"},  // 9
        {"Finance Minister and Deputy Premier Dame Olive Hart spoke first.",                 // 10
         "Olive Hart=finance-minister"},
        {"Lina Brook was appointed as finance minister.", "Lina Brook=finance-minister"},  // 12
        {"Otto Weil was dismissed as interior minister.", "Otto Weil=former interior-minister"},
        {"Otto Weil has been removed from his post as interior minister.",
         "Otto Weil=former interior-minister"},
        {"Lina Brook, who became finance minister in May, agreed.",  // 13
         "Lina Brook=finance-minister"},
        {"Lina Brook is the finance minister of Malta.", "Lina Brook=finance-minister/MT"},
        {"Former Defence Minister Otto Weil agreed.", "Otto Weil=former defence-minister"},  // 14
        {"The then trade minister Otto Weil agreed.", "Otto Weil=former trade-minister"},
        {"The acting mayor Carla Renz did not.", "Carla Renz=mayor"},
        {"President-elect Marta Quillan thanked voters.", "Marta Quillan="},  // 15
        {"The French president said no.", "~French president=president/FR"},  // 16
        {"The German finance minister spoke.",                                // 17
         "~German finance minister=finance-minister/DE"},
        {"Anna Soltis, ambassador to Rome, agreed.", "Anna Soltis=ambassador"},  // 18
        {"Labour MP Fiona Marsh agreed.", "Fiona Marsh=mp"},                     // 47
        {"China's Xi left.", "Xi=president/CN"},                                 // 50
    });
}

TEST_CASE("patterns of parties and seats give people theirs") {
    check_parties({
        {"Dana Holt (D-OR) and Marcus Webb (R-TX) met.",  // 5
         "Dana Holt=us-democratic/OR|Marcus Webb=us-republican/TX"},
        {"Dana Holt, D-Oregon, met them.", "Dana Holt=us-democratic/OR"},       // 6
        {"Fiona Marsh (Lab, Luton South) met them.", "Fiona Marsh=gb-labour"},  // 7
        {"Fiona Marsh (SNP) met them.", "Fiona Marsh=gb-snp"},
        {"Republican senator Marcus Webb met them.", "Marcus Webb=us-republican"},  // 47
    });
}

TEST_CASE("patterns of names tell people") {
    check_persons({
        {"Nestrova's chief executive, Lina Brook, left.", "Lina Brook=lina-brook"},  // 11
        {"Nestrova chief executive Lina Brook left.", "Lina Brook=lina-brook"},
        {"Mrs Quillan agreed.", "Quillan=quillan"},                            // 19
        {"Carla Renz, 61, was fined.", "Carla Renz=carla-renz"},               // 20
        {"“It is full,” said Petra Quillan.", "Petra Quillan=petra-quillan"},  // 22
        {"Dmitri Volkanov sang.", "Dmitri Volkanov=dmitri-volkanov"},          // 23
        {"Former member Angelika Beer sang.", "Angelika Beer=angelika-beer"},
        {"T. Harrow sang.", "T. Harrow=t-harrow"},  // 24
        {"Walter J. Plimm sang.", "Walter J. Plimm=walter-j-plimm"},
        {"J.R. Ewart Hale sang.", "J.R. Ewart Hale=jr-ewart-hale"},
        {"Hendrik van der Meulen sang.", "Hendrik van der Meulen=hendrik-van-der-meulen"},  // 25
        {"Sara bint Khalid sang.", "Sara bint Khalid=sara-bint-khalid"},
        {"The Macron government fell.", "Macron=emmanuel-macron"},  // 46
        {"Merkel's cabinet met.", "Merkel=angela-merkel"},
        {"Nils Aker of Greenpeace said it rained.", "Nils Aker=nils-aker"},  // 49
    });
}

TEST_CASE("patterns of bodies tell organisations") {
    check_organisations({
        {"A member of the Harbour Commission resigned. The chair of Veltrix spoke.",  // 21
         "Harbour Commission|Veltrix"},
        {"Quorvex Holdings plc and Tarnell GmbH merged with Bexley Foods Corp.",  // 26
         "Quorvex Holdings plc|Tarnell GmbH|Bexley Foods Corp"},
        {"The Harbour Authority fined the Lakeside Hospital.",  // 27
         "Harbour Authority|Lakeside Hospital"},
        {"The Bengali Anti-Corruption Commission met.", "Bengali Anti-Corruption Commission"},
        {"The Ministry of Rural Works and the Institute for Arctic Trade agreed.",  // 28
         "Ministry of Rural Works|Institute for Arctic Trade"},
        {"The National Harbour Safety Committee of Malta met.",
         "National Harbour Safety Committee of Malta"},
        {"The Peruvian central bank raised rates.", "Peruvian central bank=pe-central-bank"},  // 29
        {"Italy's interior ministry shut the port.",                                           // 30
         "Italy's interior ministry=it-interior-ministry"},
        {"The Council for River Traffic (CRT) met. CRT has nine members.",  // 31
         "Council for River Traffic|CRT|CRT"},
        {"CRT (Council for River Traffic) met.", "CRT|Council for River Traffic"},           // 32
        {"The Bureau of Arctic Fisheries, or BAF, met.", "Bureau of Arctic Fisheries|BAF"},  // 33
        {"Danish drug maker Orvalin cut jobs.", "Orvalin"},                                  // 34
        {"South Korean battery giant Hanmeru cut jobs.", "Hanmeru"},                         // 35
        {"Orvalin, a Danish drug maker, cut jobs.", "Orvalin"},                              // 36
        {"Huawei was fined. The telecoms giant appealed.",                                   // 37
         "Huawei=huawei|~telecoms giant=huawei"},
        {"Tibbet & Crowe sued. Tolley and Sons closed. Harmer Brothers opened.",  // 38
         "Tibbet & Crowe|Tolley and Sons|Harmer Brothers"},
    });
}

TEST_CASE("patterns of surroundings tell organisations") {
    check_organisations({
        {"Orvalin (NYSE: ORV) rose. Trennex (TRX.L) fell. Wexlan <WXL> slept.",  // 39
         "Orvalin|Trennex|Wexlan"},
        {"Shares in Orvalin rose. Trennex shares fell.", "Orvalin|Trennex"},               // 40
        {"She told Sky News that it rained.", "Sky News=sky-news"},                        // 41
        {"Baltwire reported on Monday that it was open, quoting officials.", "Baltwire"},  // 42
        {"Otto Weil reported on Monday that it was open.", ""},
        {"TALLINN, May 3 (Baltwire) — The mine was shut.", "Baltwire"},            // 43
        {"Students of Marwick University and the University of Lower Fjord met.",  // 44
         "Marwick University|University of Lower Fjord"},
        {"The Lantern newspaper and Ostwind magazine printed it.", "Lantern|Ostwind"},  // 45
        {"Radio Zelm did not. Kanal Sju TV did.", "Radio Zelm|Kanal Sju TV"},
        {"An Orvalin spokesman said no. A spokesperson for Trennex agreed.",  // 48
         "Orvalin|Trennex"},
        {"The Orvalin-backed clinic shut. The anti-Nestrova march ended.",  // 51
         "Orvalin|Nestrova"},
        {"The Clean Rivers Act, the Golden Quill Award and Victory Avenue were named.", ""},  // 52
        {"A Velaro spokesman said no. On Monday Velaro opened.", "Velaro|Velaro"},
    });
}

TEST_CASE("what only resembles a pattern is let alone") {
    check_organisations({
        {"The mayor of Yartsevo and Northamptonshire's chief constable agreed.", ""},
        {"Catholic bishops, Muslim leaders and Bengali officials met.", ""},
        {"The 2014 European Parliament election was held.", ""},
        {"The Texas House of Representatives met.", "Texas House of Representatives"},
        {"The Philippines voted. The House of Representatives agreed.", "House of Representatives"},
        {"The Electronic Frontier Foundation (EFF) sued. EFF said no.",
         "Electronic Frontier Foundation=eff|EFF=eff|EFF=eff"},
        {"Telangana ministers and Henderson Executive Airport were named.", ""},
    });
    check_persons({
        {"The Shinawatra family left.", ""},
        {"Catholic bishops, Muslim leaders and Bengali officials met.", ""},
        {"The USS Cole and the U.S.S. Grayback were lost.", ""},
        {"Kimberly-Clark makes paper.", ""},
        {"Jacob Rees-Mogg left. Rees-Mogg said no.",
         "Jacob Rees-Mogg=jacob-rees-mogg|Rees-Mogg=jacob-rees-mogg"},
    });
}

}  // namespace nutgraf::tests::in_analysis_patterns_test
