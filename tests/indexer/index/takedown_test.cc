#include "indexer/index/takedown.h"

#include "indexer/index/backup.h"
#include "indexer/index/journal.h"
#include "indexer/index/maintenance.h"
#include "indexer/index/manifest.h"
#include "tests/base/scratch_folder.h"
#include "tests/indexer/index/articles.h"
#include "tests/indexer/index/bytes.h"
#include "tests/support/failure.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

namespace nutgraf::tests::in_takedown_test {

using namespace nutgraf;
using namespace nutgraf::index;
using namespace nutgraf::tests;
namespace fs = std::filesystem;

namespace {

/// Names no other article of these tests has a word of.
archive::Article secret(const std::string& id, const std::string& body = "The quibblezorp spoke.") {
    archive::Article made = article(id, body);
    made.title = "A quibblezorp";
    // The least and the greatest of their slots, of which Xapian keeps a note.
    made.source = "!quibblezorp";
    made.section = "~quibblezorp";
    return made;
}

/// A text that no compression makes smaller than its record is anyway.
std::string long_text() {
    std::mt19937 random(7);
    std::string text = "The quibblezorp spoke.";
    for (int i = 0; i < 3000; ++i) {
        if (i % 9 == 0) text += ' ';
        text += static_cast<char>('a' + random() % 26);
    }
    return text;
}

/// Everything in the files of a folder.
std::string bytes_in(const fs::path& folder) {
    std::string all;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file()) all += read_file(entry.path());
    return all;
}

/// The stored record of an article, as it lies in blocks: cut into pieces, of which one is whole.
std::vector<std::string> pieces_of_record(const fs::path& place, const std::string& id) {
    constexpr std::size_t size = 24;
    IndexReader reader(place);
    const std::string data = reader.database().get_document(*reader.find(id)).get_data();
    std::vector<std::string> pieces;
    for (std::size_t at = 5; at + size <= data.size(); at += size)
        pieces.push_back(data.substr(at, size));
    return pieces;
}

bool has_any(const std::string& bytes, const std::vector<std::string>& pieces) {
    return std::ranges::any_of(
        pieces, [&](const std::string& piece) { return bytes.find(piece) != std::string::npos; });
}

/// The records of the journal with their sequences.
std::string journal_of(const fs::path& place) {
    std::string all;
    read_journal(place, {}, [&](std::uint64_t sequence, std::string_view record) {
        all += std::to_string(sequence) + std::string(record) + "\n";
    });
    return all;
}

Takedown taken_down(const fs::path& place, const std::vector<std::string>& ids) {
    return take_down(place, ids, noon, {});
}

}  // namespace

TEST_CASE("nothing of an article that is taken down is left in the folder, and all else is") {
    const ScratchFolder folder;
    const fs::path place = folder.path() / "index";
    make_index(place, 50);
    {
        IndexWriter writer(place);
        writer.add(secret("secret-quibblezorp"), noon);
        writer.commit();
        writer.add(secret("secret-quibblezorp", long_text()), noon);
        writer.add(article("51"), noon);
        writer.commit();
    }
    const auto before = searchable(place);
    REQUIRE(versions_of(place, "secret-quibblezorp").former == 1);
    const auto pieces = pieces_of_record(place, "secret-quibblezorp");
    // What is looked for can be found.
    REQUIRE(bytes_in(place).find("quibblezorp") != std::string::npos);
    REQUIRE(has_any(bytes_in(place), pieces));

    const Takedown result = taken_down(place, {"secret-quibblezorp", "nobody"});
    CHECK(result.removed == std::vector<std::string>{"secret-quibblezorp"});
    CHECK(result.unknown == std::vector<std::string>{"nobody"});
    CHECK(result.changes == 2);
    CHECK(result.files == 1);
    CHECK(bytes_in(place).find("quibblezorp") == std::string::npos);
    CHECK_FALSE(has_any(bytes_in(place), pieces));
    CHECK(journal_of(place).find("quibblezorp") == std::string::npos);
    CHECK(searchable(place).size() == before.size() - 1);
    CHECK(faults_of(place) == "");

    rebuild_index(place, [](std::uint64_t) {});
    CHECK(searchable(place).size() == before.size() - 1);
    back_up_index(place, folder.path() / "backup", {.now = noon});
    CHECK(bytes_in(folder.path() / "backup").find("quibblezorp") == std::string::npos);

    // Nor is anything of it there when the article comes in again.
    {
        IndexWriter writer(place);
        writer.add(article("secret-quibblezorp", "Anew."), noon);
        writer.commit();
    }
    CHECK(versions_of(place, "secret-quibblezorp").former == 0);
    CHECK(bytes_in(place).find("The quibblezorp spoke") == std::string::npos);
    rebuild_index(place, [](std::uint64_t) {});
    CHECK(versions_of(place, "secret-quibblezorp").former == 0);
}

TEST_CASE("former versions of an article that is taken down are gone, and those of others stay") {
    const ScratchFolder folder;
    const fs::path place = folder.path() / "index";
    make_index(place, 5);
    for (const char* body : {"The quibblezorp spoke.", "Others spoke.", "Nobody spoke."}) {
        IndexWriter writer(place);
        writer.add(article("2", body), noon);
        writer.add(article("3", body == std::string("Nobody spoke.") ? body : "Same."), noon);
        writer.commit();
    }
    REQUIRE(versions_of(place, "2").kept.at(1).text == "The quibblezorp spoke.");
    REQUIRE(journal_of(place).find("quibblezorp") != std::string::npos);
    const auto pieces = pieces_of_record(place, "2");
    REQUIRE(has_any(bytes_in(place), pieces));
    taken_down(place, {"2"});
    CHECK(journal_of(place).find("quibblezorp") == std::string::npos);
    CHECK_FALSE(has_any(bytes_in(place), pieces));
    CHECK(versions_of(place, "3").former == 2);
    CHECK(faults_of(place) == "");
}

TEST_CASE(
    "an article that was removed without a takedown, or whose takedown was cut off, is cleared") {
    const ScratchFolder folder;
    const fs::path place = folder.path() / "index";
    make_index(place, 3);
    {
        IndexWriter writer(place);
        writer.add(secret("s"), noon);
        writer.commit();
        writer.remove("s", noon);
        writer.commit();
    }
    REQUIRE(journal_of(place).find("quibblezorp") != std::string::npos);
    CHECK(taken_down(place, {"s"}).removed == std::vector<std::string>{"s"});
    CHECK(bytes_in(place).find("quibblezorp") == std::string::npos);
    CHECK(taken_down(place, {"s"}).unknown == std::vector<std::string>{"s"});
    CHECK(faults_of(place) == "");
}

TEST_CASE("an article can come in again after its takedown, and stays") {
    const ScratchFolder folder;
    const fs::path place = folder.path() / "index";
    make_index(place, 3);
    taken_down(place, {"2"});
    {
        IndexWriter writer(place);
        CHECK(writer.add(article("2", "Anew."), noon) == AddOutcome::added);
        writer.commit();
    }
    CHECK(stored(place, "2").body == "Anew.");
    CHECK(faults_of(place) == "");
    taken_down(place, {"1"});
    CHECK(stored(place, "2").body == "Anew.");
    CHECK(faults_of(place) == "");
}

TEST_CASE("what a crash has left of a file's former generation is cleared by the next writer") {
    const ScratchFolder folder;
    const fs::path place = folder.path() / "index";
    make_index(place, 3);
    const std::string old = read_file(place / "articles/00000001.zst");
    taken_down(place, {"2"});
    REQUIRE(journal_files(place) == std::vector<std::string>{"00000001-1.zst"});
    overwrite(place / "articles/00000001.zst", old);
    overwrite(place / "articles/00000001-2.zst.new", "half a draf");
    CHECK(journal_files(place) == std::vector<std::string>{"00000001-1.zst"});
    CHECK(faults_of(place) == "");
    { const IndexWriter writer(place); }
    CHECK_FALSE(fs::exists(place / "articles/00000001.zst"));
    CHECK_FALSE(fs::exists(place / "articles/00000001-2.zst.new"));
    CHECK(searchable(place) == std::set<std::string>{"1=Some words.", "3=Some words."});
}

TEST_CASE("the place that a manifest notes is found again in a file that was written anew since") {
    const ScratchFolder folder;
    const fs::path place = folder.path() / "index";
    Manifest manifest;
    {
        IndexWriter writer(place);
        writer.add(secret("s"), noon);
        writer.commit();
        manifest = *read_manifest(place);
        writer.add(article("1"), noon);
        writer.flush();  // Acknowledged, and not in the databases.
    }
    // A crash between the journal and the manifest: the manifest is that of before.
    taken_down(place, {"s"});
    manifest.databases = read_manifest(place)->databases;
    REQUIRE(manifest.journal.file == "00000001.zst");
    write_manifest(place, manifest);
    { const IndexWriter writer(place); }
    CHECK(searchable(place) == std::set<std::string>{"1=Some words."});
    CHECK(read_manifest(place)->journal.file == "00000001-1.zst");
    CHECK(faults_of(place) == "");
}

TEST_CASE("what lies elsewhere is told which articles are gone, before the journal forgets them") {
    const ScratchFolder folder;
    const fs::path place = folder.path() / "index";
    make_index(place, 3);
    const std::string uuid = read_manifest(place)->uuid;
    const auto fails = [&](const std::string& index_uuid, const std::vector<std::string>& ids) {
        CHECK(index_uuid == uuid);
        CHECK(ids == std::vector<std::string>{"2"});
        throw Error("The alerts are locked.");
        return std::uint64_t{0};
    };
    CHECK(failure([&] { take_down(place, {"2", "x"}, noon, fails); }) == "The alerts are locked.");
    CHECK(searchable(place).size() == 2);
    const auto counts = [](const std::string&, const std::vector<std::string>&) {
        return std::uint64_t{7};
    };
    const Takedown again = take_down(place, {"2"}, noon, counts);
    CHECK(again.removed == std::vector<std::string>{"2"});
    CHECK(again.alerted == 7);
}

TEST_CASE("there is nothing to take down where there is no index") {
    const ScratchFolder folder;
    const fs::path place = folder.path() / "none";
    CHECK(failure([&] { taken_down(place, {"1"}); }) ==
          "There is no index in \"" + place.string() + "\".");
    CHECK_FALSE(fs::exists(place));
}

}  // namespace nutgraf::tests::in_takedown_test
