#include "searchd/http/alert_body.h"

#include <doctest/doctest.h>

#include <string>

namespace nutgraf::tests::in_alert_body_test {

using namespace nutgraf;
using namespace nutgraf::http;

TEST_CASE("every member of an alert's body is read") {
    const auto made = alert_body(
        R"({"name":"n","query":"q","mode":"every-version","since":"2019","filters":{"source":"a",)"
        R"("lang":["de","fr"],"org":"#o","official":[],"from":"2018","to":"2020","any":true,)"
        R"("plain":true}})",
        AlertDeed::make);
    REQUIRE(made);
    CHECK(made->name == "n");
    CHECK(made->query == "q");
    CHECK(made->repeats == alerts::Repeats::every_version);
    CHECK(made->since == "2019");
    CHECK(*made->filters ==
          alerts::SavedQuery{"", {"a"}, {"de", "fr"}, {"#o"}, {}, "2018", "2020", true, true});
    const auto changed =
        alert_body(R"({"name":"n","paused":false,"renew_feed":true})", AlertDeed::change);
    REQUIRE(changed);
    CHECK(changed->is_paused == false);
    CHECK(changed->renews_feed);
    CHECK_FALSE(changed->query);
    CHECK_FALSE(changed->filters);
}

TEST_CASE("an empty record says nothing") {
    for (const AlertDeed deed : {AlertDeed::make, AlertDeed::change}) {
        const auto body = alert_body("{}", deed);
        REQUIRE(body);
        CHECK_FALSE((body->name || body->query || body->filters || body->repeats || body->since ||
                     body->is_paused || body->renews_feed));
    }
}

TEST_CASE("what is no such body is refused by the member it is about") {
    struct Case {
        std::string json;
        AlertDeed deed;
        std::string parameter;
        std::string message;
    };
    constexpr AlertDeed make = AlertDeed::make;
    constexpr AlertDeed change = AlertDeed::change;
    const Case cases[] = {
        {"[]", make, "", "The body must be a JSON record."},
        {"null", make, "", "The body must be a JSON record."},
        {R"({"name":null})", make, "name", "\"name\" must be a text."},
        {R"({"naem":"x"})", make, "naem", "There is no member \"naem\"."},
        {R"({"":"x"})", make, "", "There is no member \"\"."},
        {R"({"mode":"never"})", make, "mode", "\"mode\" must be once or every-version."},
        {R"({"mode":1})", make, "mode", "\"mode\" must be once or every-version."},
        {R"({"mode":"once"})", change, "mode", "\"mode\" of an alert cannot be changed."},
        {R"({"paused":true})", make, "paused", "\"paused\" is for an alert that there is."},
        {R"({"paused":1})", change, "paused", "\"paused\" must be true or false."},
        {R"({"filters":[]})", make, "filters", "\"filters\" must be a record."},
        {R"({"filters":{"source":[["a"]]}})", make, "source",
         "\"source\" must be a text or a list of texts."},
        {R"({"filters":{"limit":3}})", make, "limit", "There is no member \"limit\"."},
        {R"({"command":"id"})", change, "command",
         "\"command\" can be set on the command line only: nutgraf alert edit NAME --command CMD."},
    };
    for (const Case& c : cases) {
        CAPTURE(c.json);
        const auto body = alert_body(c.json, c.deed);
        REQUIRE_FALSE(body);
        CHECK(body.error().parameter == c.parameter);
        CHECK(body.error().message == c.message);
    }
    CHECK(alert_body(R"({"naem":"x"})", make).error().hint == "Is \"name\" meant?");
    CHECK_FALSE(alert_body("{", make));
}

}  // namespace nutgraf::tests::in_alert_body_test
