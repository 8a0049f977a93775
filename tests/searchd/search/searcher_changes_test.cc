#include "indexer/index/index_writer.h"
#include "indexer/index/maintenance.h"
#include "searchd/search/searcher.h"
#include "tests/searchd/search/marked.h"

#include <doctest/doctest.h>

#include <atomic>
#include <thread>

namespace nutgraf::tests::in_searcher_changes_test {

using namespace nutgraf;
using search::Searcher;
using tests::ScratchIndex;

namespace {

tests::TestArticle numbered(int number) {
    return {"id" + std::to_string(number), "ban",
            "National security, the number is " + std::to_string(number) + "."};
}

ScratchIndex numbered_index(int count) {
    std::vector<tests::TestArticle> articles;
    for (int i = 0; i < count; ++i) articles.push_back(numbered(i));
    return ScratchIndex(articles);
}

std::uint64_t total(Searcher& searcher, const std::string& text) {
    const auto results = searcher.search({.text = text, .limit = 100});
    CHECK(results->hits.size() == std::min<std::uint64_t>(results->total, 100));
    return results->total;
}

}  // namespace

TEST_CASE("every search answers from the newest committed state, whatever was committed between") {
    const ScratchIndex index = numbered_index(50);
    Searcher searcher(index.path());
    CHECK(total(searcher, "ban") == 50);
    // Xapian keeps one older state readable: two commits take away what the searcher has open.
    for (int i = 50; i < 60; i += 2) {
        index.add(numbered(i));
        index.add(numbered(i + 1));
        CAPTURE(i);
        CHECK(total(searcher, "ban") == static_cast<std::uint64_t>(i) + 2);
        CHECK(searcher.article("id" + std::to_string(i), "", {}));
    }
    index::IndexWriter writer(index.path());
    CHECK(writer.remove("id0", {}));
    writer.flush();
    CHECK(total(searcher, "ban") == 60);  // Durable, not yet searchable.
    writer.commit();
    CHECK(total(searcher, "ban") == 59);
    CHECK(!searcher.article("id0", "", {}));
}

TEST_CASE("an article that is replaced is found by its new words alone") {
    const ScratchIndex index = numbered_index(3);
    Searcher searcher(index.path());
    CHECK(total(searcher, "security") == 3);
    index.add({"id1", "Sport", "No news."});
    CHECK(total(searcher, "security") == 2);
    CHECK(total(searcher, "sport") == 1);
    CHECK(searcher.search({.text = ""})->revision == 4);
}

TEST_CASE("a rebuild swaps the databases under an open searcher") {
    const ScratchIndex index = numbered_index(20);
    Searcher searcher(index.path());
    for (int i = 0; i < 3; ++i) {
        CHECK(total(searcher, "ban") == 20);
        CHECK(index::rebuild_index(index.path(), [](std::uint64_t) {}) == 20);
    }
    CHECK(total(searcher, "ban") == 20);
    CHECK(searcher.article("id7", "", {})->article.title == "ban");
}

TEST_CASE("searches go on while a writer commits: each answers from one state") {
    const ScratchIndex index = numbered_index(200);
    std::atomic<bool> is_done = false;
    std::jthread writer([&] {
        index::IndexWriter changes(index.path());
        for (int i = 200; i < 230; ++i) {
            changes.add(tests::article_of(numbered(i)), {});
            changes.add(tests::article_of({"id" + std::to_string(i - 200), "ban", "Replaced."}),
                        {});
            changes.commit();
        }
        is_done = true;
    });
    Searcher searcher(index.path());
    std::uint64_t last = 200;
    do {
        const auto results = searcher.search({.text = "ban", .limit = 50});
        REQUIRE(results);
        CHECK(results->hits.size() == 50);
        CHECK(results->total == results->articles);
        CHECK(results->total >= last);
        CHECK(results->revision == 200 + 2 * (results->total - 200));
        last = results->total;
    } while (!is_done);
    writer.join();
    CHECK(total(searcher, "ban") == 230);
    CHECK(total(searcher, "replaced") == 30);
}

}  // namespace nutgraf::tests::in_searcher_changes_test
