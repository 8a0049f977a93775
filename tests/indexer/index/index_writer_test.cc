#include "indexer/index/index_writer.h"

#include "base/file.h"
#include "indexer/index/maintenance.h"
#include "indexer/index/verify.h"
#include "tests/base/scratch_folder.h"
#include "tests/indexer/index/articles.h"
#include "tests/indexer/index/bytes.h"
#include "tests/indexer/random_article.h"
#include "tests/support/failure.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_index_writer_test {

using namespace nutgraf;
using namespace nutgraf::index;
using namespace nutgraf::tests;
namespace fs = std::filesystem;

namespace {

using Ids = std::set<std::string>;

/// Every path below a folder with the bytes of the files.
std::map<std::string, std::string> contents(const fs::path& folder) {
    std::map<std::string, std::string> all;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        all[entry.path().string()] = entry.is_regular_file() ? read_file(entry.path()) : "";
    return all;
}

}  // namespace

TEST_CASE("an article is added, replaced by another of its id, and unchanged by itself") {
    const ScratchFolder folder;
    const fs::path place = folder.path() / "index";
    std::optional<IndexWriter> writer(place);
    struct Step {
        std::string id, body;
        AddOutcome expected;
    };
    const Step steps[] = {
        {"1", "one", AddOutcome::added},     {"2", "two", AddOutcome::added},
        {"1", "one", AddOutcome::unchanged}, {"1", "uno", AddOutcome::replaced},
        {"1", "uno", AddOutcome::unchanged}, {"1", "one", AddOutcome::replaced},
    };
    // The outcome is the same whether what came before is pending, durable, committed or reopened.
    const std::function<void()> between[] = {[] {}, [&] { writer->flush(); },
                                             [&] { writer->commit(); },
                                             [&] {
                                                 writer->commit();
                                                 writer.reset();
                                                 writer.emplace(place);
                                             }};
    for (const auto& pause : between) {
        for (const Step& step : steps) {
            CAPTURE(step.body);
            CHECK(writer->add(article(step.id, step.body), noon) == step.expected);
            pause();
        }
        writer->commit();
        CHECK(searchable(place) == Ids{"1=one", "2=two"});
        CHECK(writer->remove("1", noon));
        CHECK_FALSE(writer->remove("1", noon));
        pause();
        CHECK_FALSE(writer->remove("1", noon));
        CHECK_FALSE(writer->remove("never there", noon));
        CHECK(writer->remove("2", noon));
        writer->commit();
        CHECK(searchable(place).empty());
    }
    CHECK(faults_of(place) == "");
}

TEST_CASE("the same article again changes nothing, not even the sequence or a file") {
    const ScratchFolder folder;
    const fs::path place = folder.path() / "index";
    make_index(place, 5);
    const auto before = contents(place / "articles");
    const auto manifest = read_manifest(place);
    {
        IndexWriter writer(place);
        for (int i = 1; i <= 5; ++i)
            CHECK(writer.add(article(std::to_string(i)), noon + std::chrono::hours(1)) ==
                  AddOutcome::unchanged);
        writer.commit();
        CHECK(writer.acknowledged() == 5);
    }
    CHECK(contents(place / "articles") == before);
    CHECK(read_manifest(place) == manifest);
}

TEST_CASE("only what is flushed is acknowledged, and opening again makes it searchable") {
    const ScratchFolder folder;
    const fs::path place = folder.path() / "index";
    {
        IndexWriter writer(place);
        CHECK(writer.acknowledged() == 0);
        writer.add(article("1", "durable"), noon);
        CHECK(writer.acknowledged() == 0);
        writer.flush();
        CHECK(writer.acknowledged() == 1);
        CHECK(searchable(place).empty());  // Durable, and not yet searchable.
        writer.add(article("2", "lost"), noon);
    }
    CHECK(verify_index(place).waiting == 1);
    {
        IndexWriter writer(place);
        CHECK(writer.acknowledged() == 1);
        CHECK(searchable(place) == Ids{"1=durable"});
        CHECK(writer.add(article("1", "durable"), noon) == AddOutcome::unchanged);
        CHECK(writer.add(article("2", "again"), noon) == AddOutcome::added);
        writer.commit();
    }
    CHECK(searchable(place) == Ids{"1=durable", "2=again"});
    CHECK(faults_of(place) == "");
}

TEST_CASE("a replay applies additions, replacements and removals in their order") {
    const ScratchFolder folder;
    const fs::path place = folder.path() / "index";
    make_index(place, 3);
    for (int round = 0; round < 3; ++round) {
        const std::string body = "round " + std::to_string(round);
        IndexWriter writer(place);
        writer.add(article("1", body), noon);
        writer.remove("2", noon);
        writer.add(article("2", body), noon);
        writer.flush();
        writer.remove("3", noon);
        writer.add(article("4", body), noon);
        writer.remove("4", noon);
        writer.flush();
    }
    const IndexWriter writer(place);
    CHECK(searchable(place) == Ids{"1=round 2", "2=round 2"});
    CHECK(faults_of(place) == "");
}

TEST_CASE("a database that is ahead of the manifest is fed again without harm") {
    const ScratchFolder folder;
    const fs::path place = folder.path() / "index";
    make_index(place, 3);
    const std::string old_manifest = read_file(place / "manifest.json");
    {
        IndexWriter writer(place);
        writer.add(article("1", "new"), noon);
        writer.remove("2", noon);
        writer.add(article("9", "new"), noon);
        writer.commit();
    }
    overwrite(place / "manifest.json", old_manifest);  // As after a crash between the two.
    const IndexWriter writer(place);
    CHECK(searchable(place) == Ids{"1=new", "3=Some words.", "9=new"});
    CHECK(faults_of(place) == "");
}

TEST_CASE("articles come back from the index exactly") {
    const ScratchFolder folder;
    const fs::path place = folder.path() / "index";
    {
        IndexWriter writer(place);
        for (unsigned seed = 0; seed < 200; ++seed) writer.add(random_article(seed), noon);
        writer.commit();
        for (unsigned seed = 0; seed < 200; ++seed)
            CHECK(writer.add(random_article(seed), noon) == AddOutcome::unchanged);
    }
    for (unsigned seed = 0; seed < 200; seed += 7) {
        CAPTURE(seed);
        CHECK(stored(place, "article " + std::to_string(seed)) == random_article(seed));
    }
    CHECK(faults_of(place) == "");
}

TEST_CASE("commits come by themselves when enough text has been taken") {
    const ScratchFolder folder;
    const fs::path place = folder.path() / "index";
    WriterOptions options;
    options.commit_bytes = 1000;
    IndexWriter writer(place, options);
    for (int i = 0; i < 2500; ++i) writer.add(article(std::to_string(i)), noon);
    CHECK(searchable(place).size() >= 1000);
    CHECK(writer.acknowledged() >= 2000);
}

TEST_CASE("poison articles never cost their neighbours") {
    using namespace std::string_literals;
    const ScratchFolder folder;
    const fs::path place = folder.path() / "index";
    std::vector<archive::Article> poison;
    const auto add = [&](const std::string& body) -> archive::Article& {
        poison.push_back(article("poison " + std::to_string(poison.size()), body));
        return poison.back();
    };
    std::string marks;
    for (int i = 0; i < 1000; ++i) marks += "\u0301";
    std::string controls;
    for (char c = 1; c < 32; ++c) controls += c;
    add("a" + std::string(240, '\0') + "b");
    add(std::string(300, 'x'));
    add(marks);
    add("a" + marks + " b" + marks);
    add(controls + "\x7F\u0085\u202E");
    add("\xFF\xC0\x80\xED\xA0\x80");
    add(std::string(4'000'000, 'x'));
    add("");
    add("x").title.clear();
    add("").title.clear();
    add("x").title = std::string(100'000, 'A');
    add("x").id = std::string(10'000, 'i');
    add("x").id = "id\nwith \x1B[0m and \0 in it"s;
    add("x").id = "";
    add("x").byline.assign(100'000, "Somebody");
    add("x").byline = {std::string(1'000'000, 'n')};
    add("x").source = std::string(1'000'000, 's');
    add("x").section = marks;
    add("x").lang = "";
    add("x").lang = "xx";
    add("x").lang = std::string(300, 'l');  // Was refused by Xapian for good.
    add("x").lang = std::string(122, '\0');
    add("x").published =
        archive::Published{{std::chrono::sys_days(std::chrono::year(1000) / 1 / 1),
                            std::chrono::sys_days(std::chrono::year(9999) / 12 / 31)}};
    add("x").extra["big"] = std::string(5'000'000, 'e');
    std::string words;
    for (int i = 0; words.size() < 1'000'000; ++i) words += std::to_string(i) + " ";
    add(words);
    std::size_t number = 0;
    {
        IndexWriter writer(place);
        for (const archive::Article& poisonous : poison) {
            writer.add(article("good " + std::to_string(number++)), noon);
            CAPTURE(poisonous.id.substr(0, 20));
            CHECK(failure([&] { writer.add(poisonous, noon); }).empty());
        }
        CHECK(failure([&] { writer.commit(); }) == "");
    }
    for (std::size_t i = 0; i < number; ++i)
        CHECK(stored(place, "good " + std::to_string(i)).body == "Some words.");
    for (const archive::Article& poisonous : poison) {
        CAPTURE(poisonous.id.substr(0, 20));
        CHECK(stored(place, poisonous.id) == poisonous);
    }
    CHECK(faults_of(place) == "");
    IndexWriter writer(place);
    for (const archive::Article& poisonous : poison) CHECK(writer.remove(poisonous.id, noon));
    writer.commit();
    CHECK(searchable(place).size() == number);
}

TEST_CASE("an index is made where there is nothing, and nowhere else") {
    const ScratchFolder folder;
    fs::create_directory(folder.path() / "empty");
    for (const fs::path& place : {folder.path() / "new", folder.path() / "a" / "b" / "c",
                                  folder.path() / "empty", folder.path() / "slash" / ""}) {
        CAPTURE(place);
        make_index(place, 1);
        CHECK(searchable(place).size() == 1);
    }
    // What a first attempt left that never got to a manifest.
    folder.write("torn/articles/00000001.zst", "");
    folder.write("torn/writer.lock", "123\n");
    folder.write("torn/manifest.json.new", "{");
    make_index(folder.path() / "torn", 1);
    CHECK(searchable(folder.path() / "torn").size() == 1);
}

TEST_CASE("a folder that holds something else is refused and left as it was") {
    const ScratchFolder folder;
    const fs::path place = folder.path() / "documents";
    folder.write("documents/letter.txt", "Dear");
    folder.write("documents/live/1/x", "mine");
    folder.write("file", "bytes");
    const auto before = contents(folder.path());
    CHECK(failure([&] { IndexWriter writer(place); }) ==
          "\"" + place.string() +
              "\" holds other files and no manifest.json; choose another folder for the index.");
    for (const fs::path& other : {folder.path() / "file", folder.path() / "file" / "index"}) {
        CAPTURE(other);
        const std::string message = failure([&] { IndexWriter writer(other); });
        CHECK(message.find(folder.path() / "file") != std::string::npos);
    }
    CHECK(failure([&] { rebuild_index(place, [](std::uint64_t) {}); }) ==
          "There is no index in \"" + place.string() + "\".");
    CHECK(contents(folder.path()) == before);
}

TEST_CASE("an index that is damaged or newer is refused by name and left as it was") {
    const ScratchFolder folder;
    const fs::path place = folder.path() / "index";
    make_index(place, 2);
    const std::string manifest = read_file(place / "manifest.json");
    for (const std::string bytes : {"", "{}", "{\"format\":2}", "{\"format\":1}"}) {
        CAPTURE(bytes);
        overwrite(place / "manifest.json", bytes);
        const auto before = contents(place);
        const std::string message = failure([&] { IndexWriter writer(place); });
        CHECK(message.starts_with("The index manifest \"" + (place / "manifest.json").string()));
        CHECK(contents(place) == before);
    }
    overwrite(place / "manifest.json", manifest);
    CHECK(searchable(place).size() == 2);
    fs::remove_all(place / "live");
    folder.write("index/live", "no folder");
    CHECK(failure([&] { IndexWriter writer(place); }).find(place / "live") != std::string::npos);
}

TEST_CASE("an index that another writer holds is refused") {
    const ScratchFolder folder;
    const fs::path place = folder.path() / "index";
    const IndexWriter writer(place);
    WriterOptions impatient;
    impatient.lock_wait = std::chrono::milliseconds(0);
    CHECK(failure([&] { IndexWriter second(place, impatient); }).starts_with("Process "));
    CHECK(failure([&] {
              rebuild_index(
                  place, [](std::uint64_t) {}, impatient);
          }).starts_with("Process "));
}

}  // namespace nutgraf::tests::in_index_writer_test
