#include "searchd/query/bonus.h"

#include "searchd/query/word_runs.h"
#include "searchd/search/searcher.h"
#include "tests/searchd/query/entity_facts.h"
#include "tests/searchd/scratch_index.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_bonus_test {

using namespace nutgraf;
using tests::ScratchIndex;

namespace {

std::string found(const ScratchIndex& index, const std::string& text) {
    const auto results = search::Searcher(index.path()).search({.text = text});
    REQUIRE(results);
    std::string ids;
    for (const search::Hit& hit : results->hits) ids += (ids.empty() ? "" : " ") + hit.id;
    return ids;
}

/// The runs of a query's words, a semicolon behind each.
std::string runs_of(const std::string& text, const query::ParseOptions& options) {
    const auto parsed = query::parse_query(text, options);
    REQUIRE(parsed);
    std::string runs;
    for (const auto& run : query::word_runs(parsed->query)) {
        for (std::size_t i = 0; i < run.size(); ++i)
            runs += (i > 0 ? " " : "") + run[i]->forms.caseless;
        runs += ';';
    }
    return runs;
}

}  // namespace

TEST_CASE("words that stand side by side in a query are told run by run") {
    struct Case {
        std::string text;
        std::string expected;
    };
    const Case cases[] = {
        {"wind farm", "wind farm;"},
        {"wind farm date:2019", "wind farm;"},
        {"bank of england rates", "bank;england rates;"},
        {"wind -farm hill", "wind;hill;"},
        {"wind (farm OR mill)", "wind;farm mill;"},
        {"title:wind farm", "farm;"},
        {"wind \"farm hill\" rent", "wind;rent;"},
        {"wind", "wind;"},
        {"", ""},
        {"of the", ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(runs_of(c.text, {}) == c.expected);
    }
}

TEST_CASE("words that find an entity too stay in their run") {
    query::ParseOptions options = with_gazetteer();
    options.words_find_entities = true;
    CHECK(runs_of("huawei ban", options) == "huawei ban;");
    CHECK(runs_of("ban scotland yard rules", options) == "ban scotland yard rules;");
    CHECK(runs_of("scotland yard", options) == "scotland yard;");
    CHECK(runs_of("huawei OR \"met police\" rules", options) == "huawei;rules;");
    CHECK(runs_of("huawei", options) == "huawei;");
}

TEST_CASE("articles rank higher where the query's words stand side by side, in any form") {
    const ScratchIndex index({{"apart", "", "the farm lies in a wind from the west and"},
                              {"turned", "", "the farm wind lies in a draught from the west"},
                              {"together", "", "the wind farms lie in a draught from the west"},
                              {"neither", "", "the hill"}});
    CHECK(found(index, "wind farm").starts_with("together"));
    CHECK(found(index, "wind OR farm").starts_with("together"));
}

TEST_CASE("nothing is found for a bonus, and nothing is lost") {
    const ScratchIndex index({{"pair", "", "wind farm"}, {"one", "", "wind"}, {"other", "", "x"}});
    CHECK(found(index, "wind farm -west") == "pair");
    CHECK(found(index, "wind NOT farm") == "one");
}

TEST_CASE("a name of one organisation or person ranks those articles higher that name it") {
    const ScratchIndex index;
    const std::vector<std::string> languages = {"en"};
    const Xapian::Database empty;
    const auto bonus = [&](const std::string& text) {
        const auto parsed = query::parse_query(text, {});
        REQUIRE(parsed);
        return query::bonus_of(parsed->query, {empty, languages, &tests::test_gazetteer()})
            .get_description();
    };
    CHECK(bonus("huawei ban").find("XOhuawei") != std::string::npos);
    CHECK(bonus("ban HUAWEI technologies").find("XOhuawei") != std::string::npos);
    CHECK(bonus("commission").find("XO") == std::string::npos);  // There are two.
    CHECK(bonus("title:huawei -huawei") == "Query()");
    CHECK(bonus("") == "Query()");
}

}  // namespace nutgraf::tests::in_bonus_test
