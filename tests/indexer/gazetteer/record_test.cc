#include "indexer/gazetteer/record.h"

#include "indexer/gazetteer/company_names.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_record_test {

using namespace nutgraf::gazetteer;

TEST_CASE("dates of a source are a period, the end the first day after") {
    struct Case {
        std::string from;
        std::string to;
        std::string period;
    };
    const std::vector<Case> cases = {
        {"2018-07-09", "2019-07-24", "2018-07-09..2019-07-24"},
        {"2018", "2018", "2018-01-01..2019-01-01"},
        {"2018-02", "2018-02", "2018-02-01..2018-03-01"},
        {"", "2019", "..2020-01-01"},
        {"2018", "", "2018-01-01.."},
        {"", "", ""},
        {"soon", "0050-01-01", ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.from);
        const auto period = imported_period(c.from, c.to);
        REQUIRE(period);
        CHECK(period_text(*period) == c.period);
    }
    CHECK_FALSE(imported_period("2019-01-02", "2019-01-02"));
    CHECK_FALSE(imported_period("2019-01-03", "2019-01-02"));
}

TEST_CASE("terms of one role that follow each other are one") {
    std::vector<ImportedRole> roles = {
        {"mp", "GB", *imported_period("2017-06-08", "2019-11-06")},
        {"mp", "GB", *imported_period("2010-05-06", "2015-03-30")},
        {"mp", "GB", *imported_period("2015-04-20", "2017-05-03")},
        {"mp", "IE", *imported_period("2015-04-20", "")},
        {"mp", "IE", *imported_period("2016-04-20", "2018")},
    };
    join_terms(roles);
    REQUIRE(roles.size() == 3);
    // Between the second and the third there are 36 days.
    CHECK(period_text(roles[0].period) == "2010-05-06..2017-05-03");
    CHECK(period_text(roles[1].period) == "2015-04-20..");
    CHECK(period_text(roles[2].period) == "2017-06-08..2019-11-06");
}

TEST_CASE("a name becomes an id if its letters are Latin") {
    CHECK(id_of_name("José Ángel Gurría") == "jose-angel-gurria");
    CHECK(id_of_name("AT&T Inc.") == "att-inc");
    CHECK(id_of_name("O'Neill") == "oneill");
    CHECK(id_of_name("王毅").empty());
    CHECK(id_of_name("123").empty());
    CHECK(id_of_name("").empty());
}

TEST_CASE("a company is called without its legal form and its capitals") {
    struct Case {
        std::string name;
        std::string short_name;
    };
    const std::vector<Case> cases = {
        {"Apple Inc.", "Apple"},
        {"BARCLAYS PLC", "Barclays"},
        {"Toyota Motor Corp", "Toyota Motor"},
        {"Nokia Oyj", "Nokia"},
        {"JOHNSON & JOHNSON", "Johnson & Johnson"},
        {"Smith & Co.", "Smith"},
        {"IBM CREDIT LLC", "IBM Credit"},
        {"COCA-COLA CO", "Coca-Cola"},
        {"Acme, Inc.", "Acme"},
        {"Inc", "Inc"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(without_legal_form(c.name) == c.short_name);
    }
    CHECK(with_ordinary_capitals("ACME HOLDINGS PLC") == "Acme Holdings Plc");
    CHECK(with_ordinary_capitals("eBay") == "eBay");
}

}  // namespace nutgraf::tests::in_record_test
