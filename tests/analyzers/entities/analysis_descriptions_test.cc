#include "tests/analyzers/entities/recognised_names.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_analysis_descriptions_test {

using namespace nutgraf::tests;

TEST_CASE("the description of an organisation that is named before stands for it") {
    check_organisations({
        {"Huawei sued. The company wants an answer.", "Huawei=huawei|~company=huawei"},
        {"Huawei sued. The telecoms giant wants an answer.",
         "Huawei=huawei|~telecoms giant=huawei"},
        {"The European Commission met. The commission wants an answer.",
         "European Commission=eu-commission|~commission=eu-commission"},
        {"The Swiss Harbour Board met. The board wants an answer.", "Swiss Harbour Board|~board"},
        {"Rain fell. The company wants an answer.", ""},
        {"Huawei sued. A company wants an answer.", "Huawei=huawei"},
        // Other banks are named further on.
        {"The Bank of England met. Prices fell. Rents rose. Shops shut below the Bank's target. "
         "The "
         "European Central Bank and the Federal Reserve waited.",
         "Bank of England=boe|~Bank=boe|European Central Bank=ecb|Federal Reserve=fed"},
    });
}

TEST_CASE("a description among others of its kind is nobody's") {
    check_organisations({
        {"Huawei sued. Governments and operators should consider the state support the company "
         "receives.",
         "Huawei=huawei"},
        {"Operators and governments have to look at the state support the company receives.", ""},
        // Another stands nearer, though nobody knows it.
        {"Huawei sued. It rained. It snowed. It froze. It thawed. Marlow Tindale Inc. waited. The "
         "firm has no boats.",
         "Huawei=huawei|Marlow Tindale Inc"},
        // Only named further on.
        {"The bank waited. The Bank of England sued.", "Bank of England=boe"},
    });
}

TEST_CASE("the role of somebody who is named stands for the person") {
    check_persons({
        {"Liu Xiaoming, the Chinese ambassador, wrote. The ambassador was cross.",
         "Liu Xiaoming=liu-xiaoming|~ambassador=liu-xiaoming"},
        {"Chinese envoy urges calm. Liu Xiaoming wrote so.",
         "~Chinese envoy=liu-xiaoming|Liu Xiaoming=liu-xiaoming"},
        {"An ambassador was cross.", ""},
        {"The ambassadors were cross.", ""},
    });
}

TEST_CASE("a surname stands for who is named in full, before or behind") {
    check_persons({
        {"Robert Kahofer came. Kahofer spoke.",
         "Robert Kahofer=robert-kahofer|Kahofer=robert-kahofer"},
        {"Kahofer spoke. Later Robert Kahofer left.",
         "Kahofer=robert-kahofer|Robert Kahofer=robert-kahofer"},
        {"Ursula von der Leyen came. Von der Leyen spoke.",
         "Ursula von der Leyen=ursula-von-der-leyen|Von der Leyen=ursula-von-der-leyen"},
        {"Liu Xiaoming came. Later Xiaoming spoke.",
         "Liu Xiaoming=liu-xiaoming|Xiaoming=liu-xiaoming"},
    });
}

TEST_CASE("of two persons of one surname the honorific or the role chooses") {
    check_persons({
        {"Hillary Clinton and Bill Clinton came. Mrs Clinton spoke. Mr Clinton slept.",
         "Hillary Clinton=hillary-clinton|Bill Clinton=bill-clinton|Clinton=hillary-clinton|"
         "Clinton=bill-clinton"},
    });
}

TEST_CASE("a short name of an organisation stands for the full one") {
    check_organisations({
        {"Calder Optics Inc sued. Calder wants an answer.", "Calder Optics Inc|Calder"},
        {"Apple Inc sued. Apple wants an answer.", "Apple Inc=apple|Apple=apple"},
    });
}

}  // namespace nutgraf::tests::in_analysis_descriptions_test
