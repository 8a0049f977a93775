#include "indexer/index/maintenance.h"

#include "base/file.h"
#include "indexer/index/index_writer.h"
#include "indexer/index/statistics.h"
#include "indexer/index/verify.h"
#include "tests/base/scratch_folder.h"
#include "tests/indexer/index/articles.h"
#include "tests/indexer/index/bytes.h"
#include "tests/indexer/random_article.h"
#include "tests/support/failure.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace nutgraf::tests::in_maintenance_test {

using namespace nutgraf;
using namespace nutgraf::index;
using namespace nutgraf::tests;
namespace fs = std::filesystem;

namespace {

std::uint64_t rebuild(const fs::path& place) {
    return rebuild_index(place, [](std::uint64_t) {});
}

/// An index with additions, replacements and removals; two changes are not yet searchable.
void make_changed_index(const fs::path& place) {
    WriterOptions options;
    options.commit_bytes = 20'000;
    IndexWriter writer(place, options);
    for (unsigned seed = 0; seed < 100; ++seed) writer.add(random_article(seed), noon);
    for (unsigned seed = 0; seed < 100; seed += 3) {
        archive::Article changed = random_article(seed);
        changed.body += " changed";
        writer.add(changed, noon);
    }
    for (unsigned seed = 0; seed < 100; seed += 5)
        writer.remove("article " + std::to_string(seed), noon);
    writer.commit();
    writer.add(article("waiting"), noon);
    writer.remove("article 1", noon);
    writer.flush();
}

/// Bytes as they can be read in a report.
std::string in_digits(const std::string& bytes) {
    std::string digits;
    for (const char byte : bytes) digits += fmt::format("{:02x}", byte);
    return digits;
}

/// Every term of every document with its positions, and the values: all that is searched.
std::vector<std::string> everything(const fs::path& place) {
    const IndexReader reader(place);
    const Xapian::Database& database = reader.database();
    std::vector<std::string> all;
    for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
        const Xapian::Document document = database.get_document(*at);
        std::string text = in_digits(document.get_data());
        for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
            text += " " + in_digits(*term) + "/" + std::to_string(term.get_wdf());
            for (auto p = term.positionlist_begin(); p != term.positionlist_end(); ++p)
                text += ":" + std::to_string(*p);
        }
        for (auto value = document.values_begin(); value != document.values_end(); ++value)
            text += " " + std::to_string(value.get_valueno()) + "=" + in_digits(*value);
        all.push_back(text);
    }
    std::ranges::sort(all);
    return all;
}

}  // namespace

TEST_CASE("the journal alone gives the same index again") {
    const ScratchFolder folder;
    const fs::path place = folder.path() / "index";
    make_changed_index(place);
    std::uint64_t changes = 0;
    {
        const IndexWriter writer(place);  // Makes the last two changes searchable.
        changes = writer.acknowledged();
    }
    const auto before = everything(place);
    const auto manifest = *read_manifest(place);
    fs::remove_all(place / "live");
    std::vector<std::uint64_t> told;
    CHECK(rebuild_index(place, [&](std::uint64_t done) { told.push_back(done); }) == changes);
    CHECK(told.size() == changes);
    CHECK(told.back() == changes);
    const auto after = everything(place);
    REQUIRE(after.size() == before.size());
    for (std::size_t i = 0; i < after.size(); ++i) CHECK(after[i] == before[i]);
    CHECK(faults_of(place) == "");
    CHECK(read_manifest(place)->uuid == manifest.uuid);
    CHECK(read_manifest(place)->journal == manifest.journal);
    CHECK(std::distance(fs::directory_iterator(place / "live"), {}) == 1);
    // And takes part in what comes after.
    {
        IndexWriter writer(place);
        CHECK(writer.add(article("waiting"), noon) == AddOutcome::unchanged);
        CHECK(writer.add(article("after"), noon) == AddOutcome::added);
        writer.commit();
    }
    CHECK(searchable(place).size() == before.size() + 1);
}

TEST_CASE("an index of an older format is refused but to a rebuild, which makes it a new one") {
    const ScratchFolder folder;
    const fs::path place = folder.path() / "index";
    make_changed_index(place);
    rebuild(place);
    const auto before = everything(place);
    std::string manifest = read_file(place / "manifest.json");
    const std::string current = "\"format\": " + std::to_string(format_version);
    REQUIRE(manifest.find(current) != std::string::npos);
    manifest.replace(manifest.find(current), current.size(), "\"format\": 1");
    overwrite(place / "manifest.json", manifest);
    CHECK(failure([&] { const IndexReader reader(place); }).find("nutgraf-indexer rebuild") !=
          std::string::npos);
    CHECK(failure([&] { const IndexWriter writer(place); }).find("nutgraf-indexer rebuild") !=
          std::string::npos);
    rebuild(place);
    CHECK(everything(place) == before);
    CHECK(faults_of(place) == "");
}

TEST_CASE("a rebuild takes in what the journal holds beyond the databases") {
    const ScratchFolder folder;
    const fs::path place = folder.path() / "index";
    make_changed_index(place);
    CHECK(verify_index(place).waiting == 2);
    rebuild(place);
    CHECK(verify_index(place).waiting == 0);
    CHECK(stored(place, "waiting") == article("waiting"));
    CHECK(stored(place, "article 1").id.empty());
    CHECK(faults_of(place) == "");
}

TEST_CASE("readers opened before a rebuild go on, and find the new databases when they reopen") {
    const ScratchFolder folder;
    const fs::path place = folder.path() / "index";
    make_index(place, 20);
    IndexReader reader(place);
    const auto document = *reader.find("7");
    rebuild(place);
    rebuild(place);
    const std::string message = failure([&] {
        reader.from_one_state([&] {
            CHECK(reader.article(*reader.find("7")).article == article("7"));
            CHECK(reader.database().get_doccount() == 20);
        });
    });
    CHECK(message.empty());
    CHECK(reader.manifest() == *read_manifest(place));
    CHECK(document > 0);
}

TEST_CASE("what an interrupted rebuild left is not in the way") {
    const ScratchFolder folder;
    const fs::path place = folder.path() / "index";
    make_index(place, 3);
    folder.write("index/live/2/postlist.glass", "half a table");
    rebuild(place);
    CHECK(searchable(place).size() == 3);
    CHECK(read_manifest(place)->databases == std::vector<std::string>{"live/2"});
    CHECK_FALSE(fs::exists(place / "live" / "1"));
}

TEST_CASE("a rebuild from a damaged journal fails, and the old databases stay") {
    const ScratchFolder folder;
    const fs::path place = folder.path() / "index";
    const fs::path journal = place / "articles" / "00000001.zst";
    make_index(place, 2);
    {
        IndexWriter writer(place);
        writer.add(article("last"), noon);
        writer.commit();
    }
    const std::string whole = read_file(journal);
    const auto manifest = read_manifest(place);
    struct Case {
        std::string name, bytes;
    };
    const Case cases[] = {
        {"in the first frame", flipped(whole, 80)},
        // Was taken for a write cut short: the rebuilt index lacked the article.
        {"in the last frame", flipped(whole, whole.size() - 1)},
        {"the last frame is cut", whole.substr(0, whole.size() - 1)},
        {"all gone", ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        overwrite(journal, c.bytes);
        const std::string message = failure([&] { rebuild(place); });
        CAPTURE(message);
        CHECK(message.find(journal.string()) != std::string::npos);
        CHECK(read_manifest(place) == manifest);
        CHECK(searchable(place).size() == 3);
        CHECK(read_file(journal) == c.bytes);
    }
    overwrite(journal, whole);
    CHECK(rebuild(place) == 3);
    CHECK(searchable(place).size() == 3);
}

TEST_CASE("compacting an index changes nothing that is searched, and leaves one database behind") {
    const ScratchFolder folder;
    const fs::path place = folder.path() / "index";
    make_changed_index(place);
    const auto before = everything(place);
    IndexReader open_before(place);

    const Compaction compaction = compact_index(place);

    CHECK(compaction.after < compaction.before);
    CHECK(everything(place) == before);
    CHECK(verify_index(place).faults.empty());
    const auto databases = fs::directory_iterator(place / "live");
    CHECK(std::distance(begin(databases), end(databases)) == 1);
    const auto found = open_before.from_one_state([&] { return open_before.find("article 2"); });
    CHECK(found.has_value());
    CHECK(statistics_of(place).waiting == 2);  // What waits in the journal goes on waiting.
}

TEST_CASE("what an interrupted rebuild left is gone after the next one") {
    const ScratchFolder folder;
    const fs::path place = folder.path() / "index";
    make_changed_index(place);
    fs::create_directories(place / "live" / "2");
    fs::create_directories(place / "live" / "7");
    rebuild(place);
    CHECK_FALSE(fs::exists(place / "live" / "7"));
    CHECK(verify_index(place).faults.empty());
}

}  // namespace nutgraf::tests::in_maintenance_test
