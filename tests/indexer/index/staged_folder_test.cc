#include "indexer/index/staged_folder.h"

#include "base/file.h"
#include "tests/base/scratch_folder.h"
#include "tests/indexer/index/bytes.h"
#include "tests/support/failure.h"

#include <doctest/doctest.h>
#include <unistd.h>

namespace nutgraf::tests::in_staged_folder_test {

using namespace nutgraf;
using namespace nutgraf::index;
using namespace nutgraf::tests;
namespace fs = std::filesystem;

TEST_CASE("a folder appears when it is published, and nothing else is left") {
    const ScratchFolder folder;
    for (const char* name : {"place", "slash/", "empty"}) {
        CAPTURE(name);
        fs::create_directory(folder.path() / "empty");
        const fs::path target = folder.path() / name;
        {
            StagedFolder stage(target, ".partial");
            fs::create_directory(stage.path() / "deep");
            overwrite(stage.path() / "deep/file", "bytes");
            CHECK_FALSE(fs::exists(target / "deep"));
            stage.publish();
        }
        CHECK(read_file(target / "deep/file") == "bytes");
    }
    CHECK(std::distance(fs::directory_iterator(folder.path()), {}) == 3);
}

TEST_CASE("what is not published leaves nothing") {
    const ScratchFolder folder;
    { const StagedFolder stage(folder.path() / "place", ".partial"); }
    CHECK(fs::is_empty(folder.path()));
}

TEST_CASE("a place that is taken is refused, before and after the work") {
    const ScratchFolder folder;
    const fs::path target = folder.path() / "place";
    const std::string refusal =
        "\"" + target.string() + "\" is there already; name a folder that is not.";
    const auto begin = [&] { const StagedFolder stage(target, ".partial"); };
    {
        StagedFolder stage(target, ".partial");
        folder.write("place/file", "somebody's");
        CHECK(failure([&] { stage.publish(); }) == refusal);
    }
    CHECK(failure(begin) == refusal);
    CHECK(read_file(target / "file") == "somebody's");
    fs::remove_all(target);
    folder.write("place", "a file");
    CHECK(failure(begin) == refusal);
    fs::remove(target);
    fs::create_symlink(folder.path(), target);
    CHECK(failure(begin) == refusal);
}

TEST_CASE("what a killed process has left is cleared away, what a living one makes is not") {
    const ScratchFolder folder;
    const fs::path target = folder.path() / "place";
    folder.write("place.partial/place/half", "half");
    StagedFolder stage(target, ".partial");
    CHECK(fs::is_empty(stage.path()));
    CHECK(failure([&] {
              const StagedFolder second(target, ".partial");
          }).starts_with("Process " + std::to_string(::getpid()) + " is writing"));
    stage.publish();
    CHECK(fs::exists(target));
}

}  // namespace nutgraf::tests::in_staged_folder_test
