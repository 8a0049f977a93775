#include "searchd/search/facets.h"

#include "tests/searchd/search/valued_database.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace nutgraf::tests::in_facets_test {

using namespace nutgraf;
using search::Columns;
using search::Facet;
using search::FacetField;
using tests::Valued;

namespace {

std::string line_of(const Facet& facet) {
    std::string line;
    for (const search::FacetValue& value : facet.values)
        line +=
            fmt::format("{}{}{}={} {}", line.empty() ? "" : ", ", value.is_selected ? "!" : "",
                        value.is_excluded ? "-" : "",
                        value.value == value.label ? value.value : value.value + "/" + value.label,
                        value.count);
    if (facet.more > 0) line += fmt::format(" and {} more", facet.more);
    return line;
}

/// "Herald=2, Courier=1": the facet of all of some articles.
std::string facet(FacetField field, const std::vector<Valued>& articles,
                  std::vector<std::string> chosen = {}, std::vector<std::string> excluded = {}) {
    const Columns columns(tests::valued_database(articles));
    const auto documents = tests::documents_up_to(static_cast<Xapian::docid>(articles.size()));
    const auto seven = [](const std::string&) { return std::uint64_t{7}; };
    return line_of(search::facet_of(field, documents, columns,
                                    {std::move(chosen), seven, std::move(excluded)}));
}

const index::StoredEntity huawei{"org", "huawei", "Huawei", 90};
const index::StoredEntity zte{"org", "zte", "ZTE", 90};
const index::StoredEntity coons{"official", "chris-coons", "Chris Coons", 90};

}  // namespace

TEST_CASE("values come by their number, then by their label") {
    CHECK(facet(FacetField::source, {{"", "Herald"}, {"", "Courier"}, {"", "Herald"}, {"", ""}}) ==
          "=Herald 2, =Courier 1");
    CHECK(facet(FacetField::source, {{"", "b"}, {"", "c"}, {"", "a"}}) == "=a 1, =b 1, =c 1");
    CHECK(facet(FacetField::lang, {{"", "x", "de"}, {"", "x", "en"}, {"", "x", "de"}}) ==
          "=de 2, =en 1");
    CHECK(facet(FacetField::source, {}).empty());
}

TEST_CASE("organisations and officials are counted by their ids, each apart") {
    const std::vector<Valued> articles = {{"", "x", "en", {huawei, zte, coons}},
                                          {"", "x", "en", {zte}}};
    CHECK(facet(FacetField::org, articles) == "=#zte/ZTE 2, =#huawei/Huawei 1");
    CHECK(facet(FacetField::official, articles) == "=#chris-coons/Chris Coons 1");
}

TEST_CASE("an article of several years counts for each, as its filter finds it") {
    CHECK(facet(FacetField::year, {{"2018-12-31..2020-01-01"}, {"2019"}, {""}}) ==
          "=2019 2, =2018 1, =2020 1");
    CHECK(facet(FacetField::year, {{"1000..9999"}}).ends_with(" and 8980 more"));
}

TEST_CASE("sections are counted by their names, roles by the terms of their holders") {
    std::vector<Valued> articles(3);
    articles[0].section = articles[2].section = "World News";
    articles[1].roles = {"senator", "us-senator", "senator/us-republican"};
    articles[2].roles = {"senator"};
    CHECK(facet(FacetField::section, articles) == "=World News 2");
    CHECK(facet(FacetField::section, articles, {"world news"}) == "!=World News 2");
    CHECK(facet(FacetField::role, articles) == "=#senator/senator 2, =#us-senator/us-senator 1");
    CHECK(facet(FacetField::role, articles, {"#us-senator"}) ==
          "=#senator/senator 2, !=#us-senator/us-senator 1");
}

TEST_CASE("what is excluded is listed too, with what letting it in would give") {
    const std::vector<Valued> articles = {{"", "Herald"}, {"", "Herald"}, {"", "Courier"}};
    CHECK(facet(FacetField::source, articles, {}, {"herald"}) == "-=Herald 2, =Courier 1");
    CHECK(facet(FacetField::source, articles, {"Courier"}, {"Abend"}) ==
          "-=Abend 7, =Herald 2, !=Courier 1");
}

TEST_CASE("what is chosen is listed, however rare, and else twenty") {
    std::vector<Valued> articles;
    for (int i = 0; i < 25; ++i) articles.push_back({"", fmt::format("s{:02}", i)});
    CHECK(facet(FacetField::source, articles).ends_with("=s19 1 and 5 more"));
    CHECK(facet(FacetField::source, articles, {"s23"}).ends_with("=s19 1, !=s23 1 and 4 more"));
    // Sources are asked for by their words; what no article is from is counted by the search.
    CHECK(facet(FacetField::source, {{"", "The Herald"}}, {"the herald"}) == "!=The Herald 1");
    CHECK(facet(FacetField::source, {{"", "The Herald"}}, {"herald"}) ==
          "!=herald 7, =The Herald 1");
    CHECK(facet(FacetField::org, {{"", "x", "en", {huawei}}}, {"#huawei"}) == "!=#huawei/Huawei 1");
}

}  // namespace nutgraf::tests::in_facets_test
