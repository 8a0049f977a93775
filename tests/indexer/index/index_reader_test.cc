#include "indexer/index/index_reader.h"

#include "tests/base/scratch_folder.h"
#include "tests/indexer/index/articles.h"
#include "tests/support/failure.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_index_reader_test {

using namespace nutgraf;
using namespace nutgraf::index;
using namespace nutgraf::tests;

TEST_CASE("an article is found by its id and by its key") {
    const ScratchFolder folder;
    const auto place = folder.path() / "index";
    const std::string key_like = "0123456789abcdef";
    {
        IndexWriter writer(place);
        for (const std::string& id : {std::string("1"), std::string("a/b c"), key_like})
            writer.add(article(id), noon);
        writer.commit();
    }
    const IndexReader reader(place);
    for (const std::string& id : {std::string("1"), std::string("a/b c"), key_like}) {
        CAPTURE(id);
        const auto document = reader.find(id);
        REQUIRE(document);  // Was empty for an id that has the form of a key.
        CHECK(reader.find(archive::key_of(id)) == document);
        CHECK(IndexReader(place).article(*document).article == article(id));
    }
    for (const std::string& id : {std::string("2"), std::string(), std::string(16, '0')})
        CHECK_FALSE(reader.find(id));
}

TEST_CASE("a key is 16 lower-case hexadecimal digits") {
    CHECK(is_key("0123456789abcdef"));
    for (const std::string text :
         {"", "0123456789abcde", "0123456789abcdef0", "0123456789ABCDEF", "0123456789abcdeg"})
        CHECK_FALSE(is_key(text));
}

TEST_CASE("a reader stays at its state until it is moved on") {
    const ScratchFolder folder;
    const auto place = folder.path() / "index";
    make_index(place, 1);
    IndexReader reader(place);
    CHECK(reader.sequence() == 1);
    IndexWriter writer(place);
    writer.add(article("2"), noon);
    writer.commit();
    CHECK(reader.sequence() == 1);
    CHECK_FALSE(reader.find("2"));
    reader.reopen();
    CHECK(reader.sequence() == 2);
    CHECK(reader.find("2"));
    CHECK(reader.manifest() == *read_manifest(place));
}

TEST_CASE("reading begins again when a writer takes the state away, and sees one state") {
    const ScratchFolder folder;
    const auto place = folder.path() / "index";
    make_index(place, 300);
    IndexWriter writer(place);
    IndexReader reader(place);
    int tries = 0;
    std::set<std::string> bodies;
    reader.from_one_state([&] {
        bodies.clear();
        if (++tries == 1) {  // Two commits while it reads: its blocks are used anew.
            for (const std::string body : {"first", "second", "third"}) {
                for (int i = 1; i <= 300; ++i) writer.add(article(std::to_string(i), body), noon);
                writer.commit();
            }
        }
        for (int i = 1; i <= 300; ++i)
            bodies.insert(reader.article(*reader.find(std::to_string(i))).article.body);
    });
    CHECK(tries == 2);
    CHECK(bodies == std::set<std::string>{"third"});
    CHECK(failure([&] {
              reader.from_one_state([] { throw Xapian::DatabaseModifiedError("again"); });
          }) == "The index changed three times while it was read; try again.");
}

TEST_CASE("a folder without an index is refused with what to do") {
    const ScratchFolder folder;
    const std::string name = folder.path().string();
    CHECK(failure([&] { IndexReader reader(folder.path()); }) ==
          "There is no index in \"" + name + "\". Make one with \"nutgraf-indexer add --index " +
              name + " PATH...\", or name another with --index.");
}

}  // namespace nutgraf::tests::in_index_reader_test
