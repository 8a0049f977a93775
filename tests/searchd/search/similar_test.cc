#include "searchd/render/similar.h"

#include "searchd/search/searcher.h"
#include "tests/searchd/scratch_index.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace nutgraf::tests::in_similar_test {

using namespace nutgraf;
using search::Searcher;
using search::SimilarArticles;

namespace {

constexpr const char* flood =
    "The Rowan bridge in Alderbrook was closed after the flood had damaged two of its piers. "
    "Engineers said the piers would be mended before the spring fair.";

/// Articles about a bridge, a bank and a dog, and so many others that words are rare.
std::vector<tests::TestArticle> articles() {
    std::vector<tests::TestArticle> all = {
        {"flood", "Flood shuts Alderbrook bridge", flood},
        {"flood-copy", "Alderbrook: bridge shut", std::string(flood) + " More follows."},
        {"piers", "Piers of Rowan bridge mended",
         "Engineers have mended the piers in Alderbrook, months after the flood, and the Rowan "
         "bridge opens in time for the fair."},
        {"bank", "Bank raises rates", "The bank in Alderbrook raised its rates on Tuesday."},
        {"alone", "Xylophone", "Quixotic zephyrs."},
        {"empty", "", "The and of."}};
    for (int i = 0; i < 40; ++i)
        all.push_back({fmt::format("other-{}", i), "Market report",
                       fmt::format("Shares of item{} and thing{} rose.", i / 2, i / 3)});
    return all;
}

const tests::ScratchIndex& archive_index() {
    static const tests::ScratchIndex index(articles());
    return index;
}

SimilarArticles similar_to(const std::string& id, std::size_t limit = 10) {
    Searcher searcher(archive_index().path());
    const auto similar = searcher.similar({id, limit, {}});
    REQUIRE(similar);
    return *similar;
}

std::string ids_of(const SimilarArticles& similar) {
    std::string ids;
    for (const search::SimilarHit& hit : similar.hits) ids += hit.hit.id + " ";
    return ids;
}

}  // namespace

TEST_CASE("the articles that share most with one come first, and say what they share") {
    const SimilarArticles similar = similar_to("flood");
    REQUIRE(!similar.hits.empty());
    CHECK(similar.hits[0].hit.id == "piers");
    const std::string shared = render::shared_words(similar.hits[0]);
    CAPTURE(shared);
    CHECK(shared.find("piers") != std::string::npos);
    CHECK(shared.find("flood") != std::string::npos);
    CHECK(shared.find("the") == std::string::npos);
    CHECK(similar.hits[0].words.size() <= 6);
    CHECK(similar.title == "Flood shuts Alderbrook bridge");
    CHECK(similar.articles == 46);
}

TEST_CASE("neither an article itself nor near copies of it fill its list") {
    const SimilarArticles similar = similar_to("flood");
    CHECK(ids_of(similar).find("flood") == std::string::npos);
    CHECK(similar.copies == 1);
    CHECK(ids_of(similar_to("flood-copy")).starts_with("piers "));
    CHECK(ids_of(similar_to("flood", 1)) == "piers ");
}

TEST_CASE("an article that shares nothing telling with any other has none like it") {
    CHECK(similar_to("alone").hits.empty());
    CHECK(similar_to("empty").hits.empty());
    Searcher searcher(archive_index().path());
    CHECK_FALSE(searcher.similar({"nobody", 10, {}}));
}

TEST_CASE("an article is found by its key, and its likes are the same each time") {
    CHECK(ids_of(similar_to(archive::key_of("flood"))) == ids_of(similar_to("flood")));
}

TEST_CASE("the record of likes says what each shares") {
    const Json record = render::to_json(similar_to("flood"));
    CHECK(record.at("article").at("id") == "flood");
    CHECK(record.at("copies") == 1);
    CHECK(record.at("hits").at(0).at("shared").at("entities").empty());
    CHECK(record.at("hits").at(0).at("shared").at("words").size() > 1);
    CHECK(record.at("hits").at(0).at("snippets").empty());
}

}  // namespace nutgraf::tests::in_similar_test
