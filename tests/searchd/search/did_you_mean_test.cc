#include "searchd/search/did_you_mean.h"

#include "searchd/search/searcher.h"
#include "tests/searchd/query/reading.h"
#include "tests/searchd/scratch_index.h"

#include <doctest/doctest.h>

#include <string>

namespace nutgraf::tests::in_did_you_mean_test {

using namespace nutgraf;
using search::Searcher;

namespace {

const tests::ScratchIndex& index_of_bans() {
    static const tests::ScratchIndex index([] {
        std::vector<tests::TestArticle> articles;
        for (int i = 0; i < 60; ++i)
            articles.push_back({"id" + std::to_string(i), "Huawei banned",
                                "National security and huawei number " + std::to_string(i)});
        articles.push_back({"odd", "Odd", "A securiti of its own."});
        return articles;
    }());
    return index;
}

/// "huawei=60": what is proposed for a text, and how many articles that finds; or "".
std::string correction(const std::string& text, bool is_wanted = true) {
    search::SearchRequest request;
    request.text = text;
    request.is_to_be_corrected = is_wanted;
    const auto results = Searcher(index_of_bans().path()).search(request);
    REQUIRE(results);
    if (results->corrections.empty()) return {};
    const search::Correction& first = results->corrections.front();
    return first.text + "=" + std::to_string(first.total);
}

}  // namespace

TEST_CASE("a search that finds little is proposed in a better spelling, if that finds more") {
    struct Case {
        std::string text, expected;
    };
    const Case cases[] = {
        {"hauwei", "huawei=60"},
        {"Hauwei securty", "huawei security=60"},
        {"\"national securty\" -hauwei", "\"national security\" -hauwei=60"},
        {"(hauwei OR zzz) number", "(huawei OR zzz) number=60"},
        {"securiti", ""},  // The stem of security, which finds enough.
        {"huawei", ""},
        {"huawei xyzzyx", ""},
        {"source:hauwei", ""},
        {"title:bannde", "title:banned=60"},
        {"hauw*", ""},
        {"", ""},
        {"hauwei date:1999", ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(correction(c.text) == c.expected);
    }
    CHECK(correction("hauwei", false).empty());
}

}  // namespace nutgraf::tests::in_did_you_mean_test
