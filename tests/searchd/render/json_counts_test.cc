#include "searchd/render/json.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_json_counts_test {

using namespace nutgraf;
using namespace nutgraf::render;
using search::FacetField;

TEST_CASE("facets are lists by their names, and how many values are left out") {
    const std::vector<search::Facet> facets = {
        {FacetField::org, {{"#huawei", "Huawei", 3, true}, {"#zte", "ZTE", 2, false}}, 4},
        {FacetField::lang, {}, 0}};
    CHECK(to_text(to_json(facets)) ==
          R"({"org":[{"value":"#huawei","label":"Huawei","count":3,"selected":true},)"
          R"({"value":"#zte","label":"ZTE","count":2}],"lang":[],"more":{"org":4,"lang":0}})");
}

TEST_CASE("a histogram has its unit, its buckets and what is undated") {
    using namespace std::chrono;
    const search::Histogram histogram{
        search::TimeUnit::month, {{sys_days(year(2019) / 3 / 1), 31, 5120}}, 2};
    CHECK(to_text(to_json(histogram)) ==
          R"({"unit":"month","zone":"UTC",)"
          R"("buckets":[{"start":"2019-03-01","count":31,"archive":5120}],"undated":2})");
}

TEST_CASE("results have counts and a correction only where there are any") {
    search::Results results;
    const Json plain = to_json(results, {"x", 0});
    CHECK_FALSE(plain.contains("facets"));
    CHECK_FALSE(plain.contains("histogram"));
    for (const char* const member : {"did_you_mean", "corrections", "relaxations"})
        CHECK_FALSE(plain["query"].contains(member));
    results.facets = {{FacetField::lang, {}, 0}};
    results.histogram.emplace();
    results.corrections = {{"y", 7}, {"z", 6}};
    results.relaxations = {{{}, "source", false, "x", 2},
                           {{"x", "b"}, "", false, "a", 3},
                           {{}, "", true, "a OR x", 4}};
    const Json full = to_json(results, {"x", 0});
    CHECK(full["facets"].contains("lang"));
    CHECK(full["histogram"]["buckets"].is_array());
    CHECK(to_text(full["query"]["did_you_mean"]) == R"({"q":"y","total":7})");
    CHECK(to_text(full["query"]["corrections"]) == R"([{"q":"y","total":7},{"q":"z","total":6}])");
    CHECK(to_text(full["query"]["relaxations"]) ==
          R"([{"q":"x","total":2,"without_filter":"source"},)"
          R"({"q":"a","total":3,"without":["x","b"]},{"q":"a OR x","total":4,"any":true}])");
}

TEST_CASE("an expansion says whether it is of words or of an entity, and a note its senses") {
    search::Results results;
    results.expansions = {{"secur*", {"secure"}}, {"huawei", {"org:#huawei"}, "Huawei"}};
    query::Note note{query::Severity::info, 4, "Several.", ""};
    note.senses = query::NamedSenses{
        "x", 4, 5, {{"One", "#one", "org:#one", {"XOone"}, 3}, {"Two", "#two", "org:#two", {}}}};
    results.notes = {note};
    const Json query = to_json(results, {"x", 0})["query"];
    CHECK(to_text(query["expansions"]) ==
          R"([{"from":"secur*","kind":"words","to":["secure"]},)"
          R"({"from":"huawei","kind":"entity","to":["org:#huawei"],"name":"Huawei"}])");
    CHECK(to_text(query["notes"][0]["senses"]) ==
          R"([{"name":"One","q":"org:#one","articles":3},{"name":"Two","q":"org:#two"}])");
}

TEST_CASE("completions are records with the query they make") {
    CHECK(
        to_text(to_json("hua", std::vector<search::Completion>{{"org", "Huawei", "org:#huawei", 3},
                                                               {"title", "Huawei ban",
                                                                "title:\"Huawei ban\"", 0}})) ==
        R"({"version":1,"input":"hua","suggestions":[)"
        R"({"kind":"org","text":"Huawei","q":"org:#huawei","articles":3},)"
        R"({"kind":"title","text":"Huawei ban","q":"title:\"Huawei ban\""}]})");
}

}  // namespace nutgraf::tests::in_json_counts_test
