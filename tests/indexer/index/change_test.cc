#include "indexer/index/change.h"

#include "indexer/archive/clean/clean.h"
#include "tests/indexer/index/articles.h"
#include "tests/indexer/random_article.h"
#include "tests/support/failure.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_change_test {

using namespace nutgraf;
using namespace nutgraf::index;
using namespace nutgraf::tests;

TEST_CASE("a change is one line, and comes back with the sequence it is given") {
    for (unsigned seed = 0; seed < 300; ++seed) {
        CAPTURE(seed);
        Change change{{0, noon}, "removed " + std::to_string(seed), std::nullopt};
        change.info.is_silent = seed % 3 == 0;
        if (seed % 4 != 0) {
            change.article = random_article(seed);
            change.id = change.article->id;
        }
        const std::string record = to_record(change);
        CHECK(record.find('\n') == std::string::npos);
        const Change again = change_from_record(seed + 1, record);
        CHECK(again.info.sequence == seed + 1);
        CHECK(again.info.seen == change.info.seen);
        CHECK(again.info.is_silent == (change.article && change.info.is_silent));
        CHECK(key_of(again) == key_of(change));
        // Of an article that is removed no more is kept than its key.
        CHECK(again.id == (change.article ? change.id : ""));
        CHECK(again.article == change.article);
    }
}

TEST_CASE("every article that a reader takes comes back from its record") {
    for (int levels = 1; levels < 32; ++levels) {
        CAPTURE(levels);
        const auto count = static_cast<std::size_t>(levels);
        const auto json = parse_json(R"({"id":"1","title":"t","deep":)" + std::string(count, '[') +
                                     std::string(count, ']') + "}");
        REQUIRE(json);
        const auto read = archive::article_from_json(*json);
        if (!read) continue;  // Were taken from 30 levels on, and no rebuild could read them again.
        const std::string record = to_record({{0, noon}, "1", read->article});
        CHECK(change_from_record(1, record).article == read->article);
    }
}

TEST_CASE("an article that older rules have cleaned, or none, is cleaned as it is read") {
    archive::Article article;
    article.id = "1";
    article.title = "Cranes";
    article.body = "The cranes moved.\n\nHide Ad";
    std::string record = to_record({{0, noon}, "1", article});
    CHECK(change_from_record(1, record).article == article);
    const std::string version = ",\"cleaned\":" + std::to_string(archive::cleaning_version);
    const auto at = record.find(version);
    REQUIRE(at != std::string::npos);
    record.erase(at, version.size());
    const Change change = change_from_record(1, record);
    CHECK(change.article->body == "The cranes moved.");
    CHECK(archive::furniture_of(*change.article) == "Hide Ad\n");
}

TEST_CASE("a removal that has the id, as earlier ones do, is of that article") {
    const Change change = change_from_record(7, R"({"op":"remove","seen":1,"id":"a-1"})");
    CHECK_FALSE(change.article);
    CHECK(change.id == "a-1");
    CHECK(key_of(change) == archive::key_of("a-1"));
}

TEST_CASE("what remains of any record, when its article is taken out, is a removal by key") {
    const Change put{{0, noon}, "a-1", article("a-1", "A secret.")};
    const std::string blank = blanked_record(3, to_record(put));
    CHECK(blank == to_record({{0, noon}, "a-1", std::nullopt}));
    CHECK(blank == R"({"op":"remove","seen":1557489600,"key":")" + archive::key_of("a-1") + "\"}");
    CHECK(blanked_record(3, R"({"op":"remove","seen":1557489600,"id":"a-1"})") == blank);
    CHECK(id_in_record(3, to_record(put)) == "a-1");
    CHECK(id_in_record(3, blank).empty());
    CHECK(has_article(3, to_record(put)));
    CHECK_FALSE(has_article(3, blank));
}

TEST_CASE("a record that is no change is an error with its sequence") {
    for (const std::string record :
         {"", "{", "[]", "null", R"({"op":"put","seen":1})", R"({"op":"remove","seen":1})",
          R"({"seen":1,"id":"1"})", R"({"op":"remove","id":"1"})",
          R"({"op":"remove","seen":"now","id":"1"})", R"({"op":"remove","seen":1,"id":1})",
          R"({"op":"put","seen":1,"article":1})",
          R"({"op":"put","seen":1,"article":{"title":1}})"}) {
        CAPTURE(record);
        CHECK(failure([&] {
                  change_from_record(17, record);
              }).starts_with("Record 17 of the journal cannot be read: "));
    }
}

}  // namespace nutgraf::tests::in_change_test
