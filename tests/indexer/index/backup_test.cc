#include "indexer/index/backup.h"

#include "base/error.h"
#include "base/file.h"
#include "indexer/index/backup_record.h"
#include "indexer/index/restore.h"
#include "tests/base/scratch_folder.h"
#include "tests/indexer/index/articles.h"
#include "tests/indexer/index/bytes.h"
#include "tests/support/failure.h"

#include <doctest/doctest.h>

#include <thread>
#include <vector>

namespace nutgraf::tests::in_backup_test {

using namespace nutgraf;
using namespace nutgraf::index;
using namespace nutgraf::tests;
namespace fs = std::filesystem;

namespace {

BackupReport back_up(const fs::path& index, const fs::path& place) {
    return back_up_index(index, place, {.now = noon});
}

RestoreReport restore(const fs::path& backup, const fs::path& place) {
    return restore_index(backup, place, {.progressed = [](std::uint64_t) {}});
}

}  // namespace

TEST_CASE("changes that are durable and not searchable yet are in a backup, and searchable then") {
    const ScratchFolder folder;
    const fs::path index = folder.path() / "index";
    make_index(index, 5);
    IndexWriter writer(index);
    writer.add(article("waiting"), noon);
    writer.remove("3", noon);
    writer.flush();  // Neither committed nor is the lock given back.
    const BackupReport report = back_up(index, folder.path() / "backup");
    CHECK(report.sequence == 7);
    CHECK(report.has_databases);
    CHECK_FALSE(report.has_alerts);
    const RestoreReport restored = restore(folder.path() / "backup", folder.path() / "restored");
    CHECK(restored.sequence == 7);
    CHECK(restored.made == "2019-05-10T12:00:00Z");
    CHECK_FALSE(restored.is_rebuilt);
    writer.commit();
    CHECK(searchable(folder.path() / "restored") == searchable(index));
    CHECK(faults_of(folder.path() / "restored") == "");
    CHECK(read_manifest(folder.path() / "restored")->uuid == read_manifest(index)->uuid);
}

TEST_CASE("a batch that is being written is not in a backup, and damage before it is refused") {
    const ScratchFolder folder;
    const fs::path index = folder.path() / "index";
    make_index(index, 5);
    const fs::path journal = index / "articles/00000001.zst";
    const std::string whole = read_file(journal);
    overwrite(journal, whole + whole.substr(0, whole.size() / 2));
    CHECK(back_up(index, folder.path() / "backup").sequence == 5);
    CHECK(read_file(folder.path() / "backup/articles/00000001.zst") == whole);
    overwrite(journal, flipped(whole, whole.size() / 2) + whole);
    CHECK(failure([&] { back_up(index, folder.path() / "other"); }).find("is damaged at byte 0") !=
          std::string::npos);
    CHECK_FALSE(fs::exists(folder.path() / "other"));
}

TEST_CASE(
    "an index whose databases cannot be read, or are of an older format, is backed up by its "
    "journal") {
    const ScratchFolder folder;
    const fs::path index = folder.path() / "index";
    make_index(index, 5);
    const auto before = searchable(index);
    const fs::path database = index / read_manifest(index)->databases.front();
    const std::string version = read_file(database / "iamglass");
    overwrite(database / "iamglass", "none");
    const BackupReport damaged = back_up(index, folder.path() / "damaged");
    CHECK_FALSE(damaged.has_databases);
    CHECK(damaged.database_failure.find(database.string()) != std::string::npos);
    overwrite(database / "iamglass", version);
    std::string manifest = read_file(index / "manifest.json");
    const std::string format = "\"format\": " + std::to_string(format_version);
    manifest.replace(manifest.find(format), format.size(), "\"format\": 1");
    overwrite(index / "manifest.json", manifest);
    CHECK_FALSE(back_up(index, folder.path() / "older").has_databases);
    for (const char* name : {"damaged", "older"}) {
        CAPTURE(name);
        const fs::path place = folder.path() / (std::string(name) + "-restored");
        CHECK(restore(folder.path() / name, place).is_rebuilt);
        CHECK(searchable(place) == before);
        CHECK(faults_of(place) == "");
    }
}

TEST_CASE("every backup that is taken while a writer commits without a pause can be restored") {
    const ScratchFolder folder;
    const fs::path index = folder.path() / "index";
    make_index(index, 50);
    std::jthread writing([&](const std::stop_token& stop) {
        IndexWriter writer(index);
        for (int i = 0; !stop.stop_requested(); ++i) {
            writer.add(article(std::to_string(i % 100), "Version " + std::to_string(i)), noon);
            writer.commit();
        }
    });
    std::vector<std::uint64_t> sequences;
    while (sequences.size() < 10) {
        const std::string number = std::to_string(sequences.size());
        sequences.push_back(back_up(index, folder.path() / ("backup" + number)).sequence);
    }
    // Looking for faults forks, which beside a thread that allocates may never come back.
    writing.request_stop();
    writing.join();
    for (std::size_t i = 0; i < sequences.size(); ++i) {
        CAPTURE(i);
        const fs::path backup = folder.path() / ("backup" + std::to_string(i));
        const fs::path place = folder.path() / ("restored" + std::to_string(i));
        CHECK(sequences[i] >= 50);
        CHECK(restore(backup, place).sequence == sequences[i]);
        CHECK(faults_of(place) == "");
    }
}

TEST_CASE("the record of a backup is read as it was written, and refused once it was altered") {
    const ScratchFolder folder;
    const fs::path path = folder.path() / "backup.json";
    const BackupRecord record{
        "2019-05-10T12:00:00Z",
        {"a uuid", {"00000002.zst", 77, 12}, {"live/1"}},
        true,
        {{"articles/00000001.zst", 5, sha256("bytes")}, {"live/1/iamglass", 0, sha256("")}}};
    write_backup_record(folder.path(), record);
    CHECK(read_backup_record(folder.path()) == record);
    const std::string text = read_file(path);
    for (std::size_t at = 0; at < text.size(); ++at) {
        CAPTURE(at);
        overwrite(path, flipped(text, at));
        const std::string reason = failure([&] { read_backup_record(folder.path()); });
        CHECK(reason.find(path.string()) != std::string::npos);
    }
    fs::remove(path);
    CHECK(failure([&] { read_backup_record(folder.path()); }) ==
          "There is no backup in \"" + folder.path().string() + "\".");
}

}  // namespace nutgraf::tests::in_backup_test
