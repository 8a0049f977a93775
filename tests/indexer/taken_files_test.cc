#include "indexer/taken_files.h"

#include "tests/base/scratch_folder.h"
#include "tests/support/failure.h"

#include <doctest/doctest.h>

#include <optional>

namespace nutgraf::tests::in_taken_files_test {

using namespace nutgraf;
using namespace nutgraf::indexer;
using namespace nutgraf::tests;
namespace fs = std::filesystem;

namespace {

TakenFile at_present(const fs::path& path) {
    return {path, stamp_of(path).value_or(FileStamp{})};
}

fs::path list_in(const ScratchFolder& folder) {
    for (const auto& entry : fs::directory_iterator(folder.path()))
        if (entry.path().extension() == ".list") return entry.path();
    return {};
}

}  // namespace

TEST_CASE("what was taken is remembered by those who come later, until the file changes") {
    const ScratchFolder folder;
    const fs::path odd = folder.write("in/two\nlines \xFF", "text");
    const fs::path plain = folder.write("in/plain", "text");
    {
        TakenFiles taken(folder.path(), folder.path() / "in");
        CHECK_FALSE(taken.has(at_present(odd)));
        taken.add({at_present(odd), at_present(plain)});
        CHECK(taken.has(at_present(odd)));
    }
    folder.write("in/plain", "text that is longer");
    TakenFiles taken(folder.path(), folder.path() / "in");
    CHECK(taken.has(at_present(odd)));
    CHECK_FALSE(taken.has(at_present(plain)));
    taken.add({at_present(plain)});
    CHECK(taken.has(at_present(plain)));
}

TEST_CASE("a list that was cut off anywhere costs what stood behind the cut, and is gone on with") {
    const ScratchFolder folder;
    const fs::path first = folder.write("in/first", "1");
    const fs::path second = folder.write("in/second", "2");
    TakenFiles(folder.path(), folder.path() / "in").add({at_present(first)});
    const fs::path list = list_in(folder);
    const auto of_first = fs::file_size(list);
    TakenFiles(folder.path(), folder.path() / "in").add({at_present(second)});
    const auto whole = fs::file_size(list);
    for (auto size = whole; size-- > 0;) {
        CAPTURE(size);
        fs::resize_file(list, size);
        TakenFiles taken(folder.path(), folder.path() / "in");
        CHECK_FALSE(taken.has(at_present(second)));
        CHECK(taken.has(at_present(first)) == (size >= of_first));
    }
    TakenFiles(folder.path(), folder.path() / "in").add({at_present(second)});
    CHECK(TakenFiles(folder.path(), folder.path() / "in").has(at_present(second)));
}

TEST_CASE("files that are gone are forgotten, and the list does not grow for ever") {
    const ScratchFolder folder;
    const fs::path stays = folder.write("in/stays", "1");
    for (int i = 0; i < 20; ++i) {
        TakenFiles taken(folder.path(), folder.path() / "in");
        const fs::path passing = folder.write("in/passing" + std::to_string(i), "2");
        taken.add({at_present(stays), at_present(passing)});
        fs::remove(passing);
    }
    CHECK(fs::file_size(list_in(folder)) < 1000);
    CHECK(TakenFiles(folder.path(), folder.path() / "in").has(at_present(stays)));
}

TEST_CASE("two folders are remembered apart, and one is watched by one at a time") {
    const ScratchFolder folder;
    const fs::path file = folder.write("in/file", "1");
    TakenFiles one(folder.path(), folder.path() / "in");
    TakenFiles other(folder.path(), folder.path() / "out");
    one.add({at_present(file)});
    CHECK_FALSE(other.has(at_present(file)));
    CHECK(failure([&] { TakenFiles(folder.path(), folder.path() / "in"); }) ==
          "Another process watches the folder \"" + (folder.path() / "in").string() +
              "\" for this index.");
}

TEST_CASE("what is no regular file has no stamp") {
    const ScratchFolder folder;
    CHECK_FALSE(stamp_of(folder.path()));
    CHECK_FALSE(stamp_of(folder.path() / "absent"));
    fs::create_symlink(folder.write("file", "1"), folder.path() / "link");
    CHECK(stamp_of(folder.path() / "link") == stamp_of(folder.path() / "file"));
}

}  // namespace nutgraf::tests::in_taken_files_test
