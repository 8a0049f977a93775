#include "searchd/search/searcher.h"
#include "tests/searchd/query/entity_facts.h"
#include "tests/searchd/scratch_index.h"
#include "tests/searchd/search/marked.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace nutgraf::tests::in_searcher_entities_test {

using namespace nutgraf;
using search::Searcher;
using search::SearchRequest;

namespace {

/// An index of articles in which who they name is recognised.
class RecognisedIndex {
public:
    explicit RecognisedIndex(const std::vector<tests::TestArticle>& articles) {
        index::IndexWriter writer(path(), {.gazetteer = &tests::test_gazetteer()});
        for (const tests::TestArticle& article : articles)
            writer.add(tests::article_of(article), {});
        writer.commit();
    }

    search::Results results(SearchRequest request) const {
        request.parse.today = tests::test_day();
        return *Searcher(path(), &tests::test_gazetteer()).search(request);
    }

    std::string ids(SearchRequest request) const {
        std::string line;
        for (const search::Hit& hit : results(std::move(request)).hits)
            line += (line.empty() ? "" : " ") + hit.id;
        return line;
    }

    std::filesystem::path path() const { return folder_.path() / "index"; }

private:
    tests::ScratchFolder folder_;
};

const RecognisedIndex& police() {
    static const RecognisedIndex index({
        {"often", "Metropolitan Police",
         "The Metropolitan Police waits. Met Police! The Metropolitan Police, the Metropolitan "
         "Police, the Metropolitan Police.",
         "2019-05-01"},
        {"once", "Weather",
         "Rain fell on the north all day long and on into the night, and nobody at Scotland Yard "
         "or in any other place had a word to say about it, or an umbrella to lend.",
         "2019-05-02"},
        {"words", "Gardens", "A yard in Scotland.", "2019-05-03"},
        {"none", "Gardens", "A field in England.", "2019-05-04"},
        {"chinese", "华为", "华为今天发布新产品。", "2019-05-05", "zh"},
        {"english", "Phones", "Shares of Huawei rose.", "2019-05-06"},
    });
    return index;
}

SearchRequest with_entities(std::string text) {
    SearchRequest request{.text = std::move(text)};
    request.parse.words_find_entities = true;
    return request;
}

}  // namespace

TEST_CASE("a name finds its entity under other names, behind what has the words themselves") {
    CHECK(police().ids({.text = "scotland yard"}) == "words once");
    CHECK(police().ids(with_entities("scotland yard")).ends_with(" often"));
    CHECK(police().results(with_entities("scotland yard")).total == 3);
    CHECK(police().ids(with_entities("\"scotland yard\"")) == "once often");
    CHECK(police().ids({.text = "华为"}) == "chinese");
    CHECK(police().ids(with_entities("华为")) == "chinese english");
    CHECK(police().ids(with_entities("华为 shares")) == "english");
    CHECK(police().ids(with_entities("*  -华为")) != police().ids(with_entities("* -org:#huawei")));
}

TEST_CASE("what words find besides is told, and marked where it stands") {
    const search::Results results = police().results(with_entities("华为"));
    CHECK(query::to_text(results.query) == "\"华 为\"");
    REQUIRE(results.expansions.size() == 1);
    CHECK(results.expansions[0] == query::Expansion{"\"华 为\"", {"org:#huawei"}, "Huawei"});
    const search::Snippet& snippet = results.hits.back().snippets.front();
    CHECK(tests::bracketed(snippet.passage.text, snippet.passage.marks) ==
          "Shares of [Huawei] rose.");
}

TEST_CASE("a page that words alone began is not gone on with by a search for the entity too") {
    Searcher searcher(police().path(), &tests::test_gazetteer());
    SearchRequest alone{.text = "scotland yard", .limit = 1};
    const std::string next = searcher.page(alone, {})->next;
    REQUIRE_FALSE(next.empty());
    const auto hits_behind = [&](const SearchRequest& request) {
        return searcher.page(request, next)->results.hits.size();
    };
    CHECK(hits_behind(alone) == 1);
    SearchRequest both = with_entities("scotland yard");
    both.limit = 1;
    CHECK_THROWS_AS(hits_behind(both), search::CursorRefused);
}

TEST_CASE("an article is about whom it names first and most, whatever else it names") {
    CHECK(police().ids({.text = "org:\"scotland yard\""}) == "often once");
    CHECK(police().ids({.text = "about:\"scotland yard\""}) == "often");
    CHECK(police().ids({.text = "under:#gb-gov"}) == "once often");
    const search::Results results = police().results({.text = "about:\"scotland yard\""});
    CHECK(tests::bracketed(results.hits[0].title.text, results.hits[0].title.marks) ==
          "[Metropolitan Police]");
}

TEST_CASE("an explanation says where an article mentions each entity, by what name, and why") {
    SearchRequest request = with_entities("\"scotland yard\" -org:#nato");
    request.parse.today = tests::test_day();
    const auto explained =
        Searcher(police().path(), &tests::test_gazetteer()).explain(request, "often");
    REQUIRE(explained->entities.size() == 2);
    CHECK(explained->entities[1].clause == "org:#nato");
    CHECK(explained->entities[1].mentions.empty());
    const search::EntityReason& yard = explained->entities[0];
    CHECK(yard.clause == "org:#metropolitan-police");
    REQUIRE(yard.mentions.size() == 6);
    const search::MentionReason& title = yard.mentions[0];
    CHECK(title.is_in_title);
    CHECK(title.begin == 0);
    CHECK(title.text == "Metropolitan Police");
    CHECK(title.named.id == "metropolitan-police");
    CHECK(title.via == "name");
    CHECK(title.listed_at.starts_with("facts.ent:"));
    const search::MentionReason& alias = yard.mentions[2];
    CHECK_FALSE(alias.is_in_title);
    CHECK(alias.text == "Met Police");
    CHECK(alias.begin == 31);
    CHECK(alias.end == 41);
    CHECK(alias.via == "alias");
    const auto listed =
        std::ranges::find(alias.clues, "the gazetteer lists it as a name that means little else",
                          &entities::ClueReason::reason);
    REQUIRE(listed != alias.clues.end());
    CHECK(listed->worth > 0);
}

TEST_CASE("what an earlier gazetteer found is said to be so, and no reason is made up") {
    const tests::SmallGazetteer other("@org otherwise\nname: Otherwise Board\nkind: other\n");
    SearchRequest request{.text = "org:#metropolitan-police"};
    const auto explained = Searcher(police().path(), &other.gazetteer()).explain(request, "once");
    REQUIRE(explained->entities.size() == 1);
    REQUIRE(explained->entities[0].mentions.size() == 1);
    const search::MentionReason& mention = explained->entities[0].mentions[0];
    CHECK(mention.text == "Scotland Yard");
    CHECK(mention.listed_at == "");
    CHECK(mention.via == "");
    CHECK(mention.clues.empty());
}

TEST_CASE("without an article, or without a gazetteer, no mention is explained") {
    SearchRequest request{.text = "org:#metropolitan-police"};
    CHECK(
        Searcher(police().path(), &tests::test_gazetteer()).explain(request, "")->entities.empty());
    CHECK(Searcher(police().path()).explain(request, "once")->entities.empty());
}

}  // namespace nutgraf::tests::in_searcher_entities_test
