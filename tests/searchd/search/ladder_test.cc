#include "searchd/search/ladder.h"

#include "searchd/search/filters.h"
#include "searchd/search/searcher.h"
#include "tests/searchd/scratch_index.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <chrono>
#include <string>
#include <vector>

namespace nutgraf::tests::in_ladder_test {

using namespace nutgraf;
using search::SearchRequest;

namespace {

const tests::ScratchIndex& archive() {
    static const tests::ScratchIndex index({
        {"1", "Huawei banned", "National security", "2019-03-29"},
        {"2", "Huawei", "Networks", "2020-01-29", "en", "Times"},
        {"3", "Floods", "Rain in the north", "2020-02-01"},
    });
    return index;
}

search::Results results_of(SearchRequest request) {
    request.is_to_be_corrected = true;
    return *search::Searcher(archive().path()).search(request);
}

/// What can be left out of a request: "-xyzzy: huawei = 2; -source = 1".
std::string ladder_of(const SearchRequest& request) {
    std::vector<std::string> steps;
    for (const search::Relaxation& step : results_of(request).relaxations) {
        if (step.is_any) {
            steps.push_back(fmt::format("{} = {}", step.text, step.total));
            continue;
        }
        steps.push_back(
            step.filter.empty()
                ? fmt::format("-{}: {} = {}", fmt::join(step.clauses, ","), step.text, step.total)
                : fmt::format("-{} = {}", step.filter, step.total));
    }
    return fmt::format("{}", fmt::join(steps, "; "));
}

}  // namespace

TEST_CASE("a search that finds nothing says which clause to leave out, and what that finds") {
    struct Case {
        std::string text, expected;
    };
    const Case cases[] = {
        {"huawei", ""},
        {"xyzzy", ""},
        {"huawei xyzzy", "-xyzzy: huawei = 2"},
        {"xyzzy huawei qqqqq", "-xyzzy,qqqqq: huawei = 2"},
        {"xyzzy qqqqq", ""},
        {"huawei floods", "-huawei: floods = 1; -floods: huawei = 2; huawei OR floods = 3"},
        {"huawei \"north in\" date:2020",
         "-\"north in\": huawei AND date:2020-01-01..2020-12-31 = 1"},
        {"huawei -title:huawei", "-huawei: NOT title:huawei = 1; -NOT title:huawei: huawei = 2"},
        {"(huawei OR floods) date:1999", "-date:1999-01-01..1999-12-31: huawei OR floods = 3"},
        // No one of them is to blame.
        {"banned rain networks", "banned OR rain OR networks = 3"},
        {"xyzzy OR qqqqq", ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(ladder_of({.text = c.text}) == c.expected);
    }
}

TEST_CASE("a filter that leaves nothing is named") {
    CHECK(ladder_of({.text = "huawei", .from = "2021"}) == "-from = 2");
    CHECK(ladder_of({.text = "networks", .sources = {"Courier"}}) == "-source = 1");
    CHECK(ladder_of({.text = "networks", .years = {"2019"}}) == "-year = 1");
    SearchRequest excluding{.text = "networks"};
    search::excluded_values(excluding, search::FacetField::year) = {"2020"};
    CHECK(ladder_of(excluding) == "-not_year = 1");
    CHECK(ladder_of({.text = "floods", .sources = {"Times"}, .langs = {"de"}}).empty());
    SearchRequest plain{.text = "huawei xyzzy", .sources = {"Courier"}};
    plain.parse.is_plain = true;
    CHECK(ladder_of(plain).empty());  // Its words are one text.
}

TEST_CASE("what is proposed finds what is said, as a search of its own") {
    for (const char* const text : {"huawei floods", "huawei xyzzy", "huawei -title:huawei"}) {
        for (const search::Relaxation& step : results_of({.text = text}).relaxations) {
            CAPTURE(step.text);
            CHECK(results_of({.text = step.text}).total == step.total);
        }
    }
}

TEST_CASE("the ladder is bounded in steps and in time") {
    std::string text = "huawei";
    for (int i = 0; i < 60; ++i) text += i % 2 == 0 ? " floods" : " networks";
    CHECK(results_of({.text = text}).relaxations.size() <= search::most_relaxations);
    index::IndexReader reader(archive().path());
    SearchRequest late{.text = "huawei floods"};
    late.deadline = std::chrono::steady_clock::now() - std::chrono::hours(1);
    CHECK(search::relaxations(late, reader.database()).size() <= search::most_relaxations);
}

TEST_CASE("nothing is proposed where it was not asked for or something was found") {
    CHECK(search::Searcher(archive().path()).search({.text = "huawei xyzzy"})->relaxations.empty());
    CHECK(results_of({.text = "huawei banned"}).relaxations.empty());
}

}  // namespace nutgraf::tests::in_ladder_test
