#include "indexer/folder_queue.h"

#include "base/file.h"
#include "tests/base/scratch_folder.h"
#include "tests/support/failure.h"

#include <doctest/doctest.h>

#include <fstream>
#include <optional>

namespace nutgraf::tests::in_folder_queue_test {

using namespace nutgraf;
using namespace nutgraf::indexer;
using namespace nutgraf::tests;
namespace fs = std::filesystem;

namespace {

constexpr std::chrono::milliseconds at_once(0);

/// A scratch folder and what is due in it.
class Queue {
public:
    explicit Queue(const ScratchFolder& folder) : folder_(folder.path()), queue_(folder_) {}

    /// The paths of what is due below the folder, with spaces between.
    std::string due() {
        // The first call takes note of new folders, the second of what was told of in them since.
        queue_.wait(at_once);
        queue_.wait(at_once);
        std::string paths;
        for (const TakenFile& file : queue_.due(nullptr, 100))
            paths += (paths.empty() ? "" : " ") + file.path.lexically_relative(folder_).string();
        return paths;
    }

    FolderQueue& queue() { return queue_; }

private:
    fs::path folder_;
    FolderQueue queue_;
};

}  // namespace

TEST_CASE("what lies there, what is written and what is moved there is due, once") {
    const ScratchFolder folder;
    folder.write("b", "old");
    folder.write("deep/a", "old");
    Queue queue(folder);
    CHECK(queue.due() == "b deep/a");
    CHECK(queue.due() == "");
    folder.write("new", "1");
    fs::rename(folder.write(".hidden", "1"), folder.path() / "moved");
    CHECK(queue.due() == "moved new");
    folder.write("new", "changed");
    CHECK(queue.due() == "new");
    fs::remove(folder.path() / "new");
    CHECK(queue.due() == "");
}

TEST_CASE("new folders are looked through, moved ones are followed") {
    const ScratchFolder folder;
    Queue queue(folder);
    folder.write("2019/05/a", "1");
    CHECK(queue.due() == "2019/05/a");
    folder.write("2019/05/b", "1");
    CHECK(queue.due() == "2019/05/b");
    fs::rename(folder.path() / "2019", folder.path() / "2020");
    CHECK(queue.due() == "2020/05/a 2020/05/b");
    folder.write("2020/05/c", "1");
    CHECK(queue.due() == "2020/05/c");
}

TEST_CASE("when more happens than the system tells, everything is looked at and watched again") {
    std::ifstream limit("/proc/sys/fs/inotify/max_queued_events");
    int most = 0;
    constexpr int most_we_make = 100'000;
    if (!(limit >> most) || most > most_we_make) {
        MESSAGE("skipped: the system's queue of events is too long to be filled");
        return;
    }
    const ScratchFolder folder;
    folder.write("old/a", "1");
    Queue queue(folder);
    CHECK(queue.due() == "old/a");
    const fs::path back = folder.write("x", "1");
    const fs::path forth = folder.path() / "y";
    for (int i = 0; i <= most / 4; ++i) {  // Each makes four events.
        fs::rename(back, forth);
        fs::rename(forth, back);
    }
    folder.write("late", "1");
    folder.write("new/b", "1");
    fs::rename(folder.path() / "old", folder.path() / "moved");
    CHECK(queue.due() == "late moved/a new/b x");
    // Was never told of again: a folder that came when nothing could be told.
    folder.write("new/c", "1");
    folder.write("moved/d", "1");
    CHECK(queue.due() == "moved/d new/c");
}

TEST_CASE("hidden and unfinished names are passed over") {
    const ScratchFolder folder;
    Queue queue(folder);
    for (const char* name : {".a", "b.tmp", "c.part", "d~", ".e/f", "g.partial", "h.crdownload",
                             "i.filepart", "j.tmp/k"})
        folder.write(name, "1");
    folder.write("tmp", "1");
    folder.write("partial.txt", "1");
    CHECK(queue.due() == "partial.txt tmp");
}

TEST_CASE("a file that somebody writes to is not due until it is closed") {
    const ScratchFolder folder;
    Queue queue(folder);
    {
        File open = File::open_to_write(folder.path() / "file");
        open.write_at(0, "half");
        CHECK_FALSE(is_left_alone(folder.path() / "file"));
        CHECK(queue.due() == "");
    }
    CHECK(is_left_alone(folder.path() / "file"));
    CHECK(queue.due() == "file");
}

TEST_CASE("what was taken in its present state is not due, and what is put back is") {
    const ScratchFolder folder;
    const ScratchFolder index;
    const fs::path file = folder.write("file", "1");
    TakenFiles taken(index.path(), folder.path());
    taken.add({{file, stamp_of(file).value_or(FileStamp{})}});
    FolderQueue queue(folder.path());
    CHECK(queue.due(&taken, 100).empty());
    queue.put_back(file, std::chrono::hours(1));
    CHECK_FALSE(queue.has_due());
    folder.write("file", "longer");
    queue.wait(at_once);
    CHECK(queue.has_due());
    CHECK(queue.due(&taken, 0).empty());
    CHECK(queue.due(&taken, 100).size() == 1);
    queue.put_back(file, at_once);
    CHECK(queue.due(nullptr, 100).size() == 1);
}

TEST_CASE("a folder that is not there is refused, and one that goes away is an error") {
    const ScratchFolder folder;
    const fs::path place = folder.path() / "place";
    const auto watch = [&] { FolderQueue queue(place); };
    CHECK(failure(watch) == "There is no folder \"" + place.string() + "\".");
    fs::create_directory(place);
    FolderQueue queue(place);
    fs::remove(place);
    CHECK(failure([&] { queue.wait(at_once); }) ==
          "The folder \"" + place.string() + "\" has gone away.");
}

}  // namespace nutgraf::tests::in_folder_queue_test
