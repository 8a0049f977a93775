#include "tests/analyzers/entities/recognised_names.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_analysis_lines_test {

using namespace nutgraf::tests;

TEST_CASE("in a line of capitals a name is one when we know it or the article has it") {
    check_organisations({
        {"BOEING CUTS OUTPUT AS ORDERS FALL\n\nThe plan is new.", "BOEING=boeing"},
        {"GREEN VALLEY HOPES FOR RAIN AND SUN\n\nThe plan is new.", ""},
    });
    check_persons({
        {"KAHOFER TELLS OPERATORS TO ACT\n\nSo said Robert Kahofer.",
         "KAHOFER=robert-kahofer|Robert Kahofer=robert-kahofer"},
        {"MAY BE THE BEST MONTH FOR RAIN\n\nSo said Theresa May.", "Theresa May=theresa-may"},
    });
}

TEST_CASE("in a headline with capitals throughout they say nothing") {
    check_organisations({
        {"Huawei Wins Contract Despite Security Warning\n\nThe plan is new.", "Huawei=huawei"},
        {"Security Warning Over Telecoms Contract Ignored\n\nThe plan is new.", ""},
    });
    check_persons({
        {"Kahofer Tells Operators To Act On Warning\n\nSo said Robert Kahofer.",
         "Kahofer=robert-kahofer|Robert Kahofer=robert-kahofer"},
    });
}

TEST_CASE("a heading ends a name") {
    check_persons({
        {"Chris Coons\nCory Gardner\n", "Chris Coons=chris-coons|Cory Gardner=cory-gardner"},
    });
}

TEST_CASE("furniture of a page is nobody") {
    check_silence({
        "Print\n\nHide Ad\n\nLatest News\n\nShow news feed\n",
        "Home\n\nSign In\n\nRead More\n\nShare This Article\n",
    });
}

}  // namespace nutgraf::tests::in_analysis_lines_test
