#include "base/error.h"
#include "base/file.h"
#include "indexer/index/verify.h"
#include "tests/base/scratch_folder.h"
#include "tests/indexer/index/articles.h"
#include "tests/indexer/index/child.h"
#include "tests/support/failure.h"

#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <random>

namespace nutgraf::tests::in_index_writer_fault_test {

using namespace nutgraf;
using namespace nutgraf::index;
using namespace nutgraf::tests;
namespace fs = std::filesystem;

namespace {

constexpr int failed_cleanly = 2;

/// From now on no file of this process may grow over so many bytes, as on a disk that is full.
void limit_files(std::uint64_t bytes) {
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit limit{};
    getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = bytes;
    setrlimit(RLIMIT_FSIZE, &limit);
}

std::string incompressible(unsigned seed, std::size_t size) {
    std::mt19937 random(seed);
    std::string text;
    while (text.size() < size) text += std::to_string(random()) + " ";
    return text;
}

/// Adds articles "a", "b"… under a limit until something fails; tells each that is acknowledged.
int add_until_failure(const fs::path& place, std::uint64_t limit, int descriptor) {
    WriterOptions options;
    options.commit_bytes = 20'000;
    IndexWriter writer(place, options);
    limit_files(limit);
    try {
        for (unsigned i = 0; i < 60; ++i) {
            const std::string id = "new " + std::to_string(i);
            writer.add(article(id, incompressible(i, 3000)), noon);
            writer.flush();
            tell(descriptor, id + "\n");
        }
        writer.commit();
        return 0;
    } catch (const Error&) {
        return failed_cleanly;
    }
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find('\n', at);
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

}  // namespace

TEST_CASE("a full disk ends the writer, and the next finds every acknowledged article") {
    int failures = 0;
    for (const std::uint64_t limit : {0U, 1U, 5'000U, 12'000U, 20'000U, 33'000U, 47'000U, 66'000U,
                                      81'000U, 99'000U, 140'000U, 200'000U, 300'000U}) {
        CAPTURE(limit);
        const ScratchFolder folder;
        const fs::path place = folder.path() / "index";
        make_index(place, 3);
        const ChildResult child =
            in_child([&](int descriptor) { return add_until_failure(place, limit, descriptor); });
        CHECK((child.status == 0 || child.status == failed_cleanly));
        failures += child.status == failed_cleanly ? 1 : 0;
        const auto acknowledged = lines_of(child.told);
        CHECK((child.status == failed_cleanly || acknowledged.size() == 60));
        { const IndexWriter writer(place); }
        for (std::size_t i = 0; i < acknowledged.size(); ++i)
            CHECK(stored(place, acknowledged[i]).body ==
                  incompressible(static_cast<unsigned>(i), 3000));
        CHECK(searchable(place).size() >= 3 + acknowledged.size());
        CHECK(faults_of(place) == "");
    }
    CHECK(failures > 5);
}

TEST_CASE("a disk that is full when an index is made leaves nothing that is in the way") {
    for (const std::uint64_t limit : {0U, 1U, 50U, 200U, 5'000U, 9'000U}) {
        CAPTURE(limit);
        const ScratchFolder folder;
        const fs::path place = folder.path() / "index";
        const ChildResult child = in_child([&](int) {
            limit_files(limit);
            return failure([&] { make_index(place, 1); }).empty() ? 0 : failed_cleanly;
        });
        CHECK((child.status == 0 || child.status == failed_cleanly));
        make_index(place, 1);
        CHECK(searchable(place).size() == 1);
        CHECK(faults_of(place) == "");
    }
}

// A kill -9 while Xapian made the first database left a folder that Xapian would not open again.
TEST_CASE("a first database that a crash left half made is made anew, and nothing is lost") {
    const std::string gone[] = {"iamglass", "postlist.glass", "docdata.glass", "termlist.glass"};
    for (const std::string& name : gone) {
        CAPTURE(name);
        const ScratchFolder folder;
        const fs::path place = folder.path() / "index";
        make_index(place, 3);
        fs::remove(place / "manifest.json");
        fs::remove(place / "live" / "1" / name);
        { const IndexWriter writer(place); }
        CHECK(searchable(place).size() == 3);
        CHECK(faults_of(place) == "");
    }
}

TEST_CASE("a database folder that cannot be written ends the writer, and nothing is lost") {
    const ScratchFolder folder;
    const fs::path place = folder.path() / "index";
    constexpr uid_t nobody = 65'534;
    ::chmod(folder.path().c_str(), 0777);
    const ChildResult child = in_child([&](int descriptor) {
        if (::getuid() == 0 && ::setuid(nobody) != 0) return 97;
        make_index(place, 3);
        IndexWriter writer(place);
        writer.add(article("durable"), noon);
        writer.flush();
        fs::permissions(place / "live" / "1", fs::perms::owner_read | fs::perms::owner_exec);
        const std::string message = failure([&] { writer.commit(); });
        fs::permissions(place / "live" / "1", fs::perms::owner_all);
        tell(descriptor, message);
        return message.empty() ? 0 : failed_cleanly;
    });
    CHECK(child.status == failed_cleanly);
    CHECK(child.told.find((place / "live" / "1").string()) != std::string::npos);
    CHECK(child.told.find(" The articles are safe in the journal;") != std::string::npos);
    { const IndexWriter writer(place); }
    CHECK(stored(place, "durable") == article("durable"));
    CHECK(faults_of(place) == "");
}

TEST_CASE("a writer killed at any of its steps has lost nothing acknowledged") {
    const ScratchFolder folder;
    const fs::path place = folder.path() / "index";
    constexpr unsigned seed = 3;
    std::mt19937 random(seed);
    CAPTURE(seed);
    std::size_t acknowledged = 0;
    for (int round = 0; round < 12; ++round) {
        CAPTURE(round);
        const auto steps = static_cast<unsigned>(1 + random() % 12);
        const ChildResult child = in_child([&](int descriptor) {
            WriterOptions options;
            options.commit_bytes = 2000;
            IndexWriter writer(place, options);
            for (unsigned i = 0; i < steps; ++i) {
                const std::string id = std::to_string(round) + "/" + std::to_string(i);
                writer.add(article(id, incompressible(i, 500)), noon);
                writer.flush();
                tell(descriptor, id + "\n");
            }
            return ::raise(SIGKILL);
        });
        CHECK(child.status == 1000 + SIGKILL);
        const auto ids = lines_of(child.told);
        CHECK(ids.size() == steps);
        acknowledged += ids.size();
    }
    const IndexWriter writer(place);
    CHECK(writer.acknowledged() == acknowledged);
    CHECK(searchable(place).size() == acknowledged);
    CHECK(faults_of(place) == "");
}

}  // namespace nutgraf::tests::in_index_writer_fault_test
