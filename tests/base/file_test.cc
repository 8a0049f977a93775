#include "base/file.h"

#include "base/error.h"
#include "tests/base/scratch_folder.h"

#include <doctest/doctest.h>
#include <sys/resource.h>

#include <cerrno>
#include <csignal>
#include <functional>

namespace nutgraf::tests::in_file_test {

using namespace nutgraf;
using nutgraf::tests::ScratchFolder;
namespace fs = std::filesystem;

namespace {

/// Whether no byte can be written while it lives, as on a full disk.
class FullDisk {
public:
    FullDisk() : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
        getrlimit(RLIMIT_FSIZE, &limit_);
        rlimit none = limit_;
        none.rlim_cur = 0;
        setrlimit(RLIMIT_FSIZE, &none);
    }
    FullDisk(FullDisk&&) = delete;
    FullDisk& operator=(FullDisk&&) = delete;
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;
    ~FullDisk() {
        setrlimit(RLIMIT_FSIZE, &limit_);
        std::signal(SIGXFSZ, handler_);
    }

private:
    void (*handler_)(int);
    rlimit limit_{};
};

/// The message of the Error a deed throws; empty when it throws none.
std::string failure(const std::function<void()>& deed) {
    try {
        deed();
    } catch (const Error& error) {
        return error.what();
    }
    return "";
}

std::string in_quotes(const fs::path& path) {
    return "\"" + path.string() + "\"";
}

}  // namespace

TEST_CASE("bytes are read where they were written, fewer only where the file ends") {
    const ScratchFolder folder;
    File file = File::open_to_write(folder.path() / "bytes");
    CHECK(file.size() == 0);
    file.write_at(0, "abcdef");
    file.write_at(2, "XY");
    CHECK(file.read_at(0, 6) == "abXYef");
    CHECK(file.read_at(4, 100) == "ef");
    CHECK(file.read_at(6, 1).empty());
    CHECK(file.read_at(1000, 1).empty());
    CHECK(file.read_at(0, 0).empty());
    file.write_at(8, "z");  // Leaves a gap, which reads as NULs.
    CHECK(file.read_at(0, 9) == std::string("abXYef\0\0z", 9));
    file.truncate(3);
    CHECK(file.size() == 3);
    file.sync();
    CHECK(read_file(file.path()) == "abX");
    CHECK(File::open_to_read(file.path()).read_at(1, 2) == "bX");
}

TEST_CASE("an existing file is opened to write with what it holds") {
    const ScratchFolder folder;
    const fs::path path = folder.write("old", "old bytes");
    CHECK(File::open_to_write(path).size() == 9);
}

TEST_CASE("a file can be moved, and is closed with its owner") {
    const ScratchFolder folder;
    File one = File::open_to_write(folder.path() / "one");
    one.write_at(0, "1");
    const int descriptor = one.descriptor();
    {
        File two = std::move(one);
        CHECK(two.descriptor() == descriptor);
        one = File::open_to_write(folder.path() / "other");
        one = std::move(two);
        CHECK(one.read_at(0, 1) == "1");
    }
    CHECK(one.read_at(0, 1) == "1");
    { const File closed = std::move(one); }
    CHECK_FALSE(fs::exists("/proc/self/fd/" + std::to_string(descriptor)));
}

TEST_CASE("the whole of a file is read, also where its size is not known beforehand") {
    const ScratchFolder folder;
    std::string bytes;
    for (int i = 0; i < 300'000; ++i) bytes.push_back(static_cast<char>(i % 251));
    CHECK(read_file(folder.write("large", bytes)) == bytes);
    CHECK(read_file(folder.write("empty", "")).empty());
    // Was read as empty: the kernel gives such a file's size as 0.
    CHECK(read_file("/proc/self/status").starts_with("Name:"));
}

TEST_CASE("a failure names the path and the system's reason") {
    const ScratchFolder folder;
    const fs::path missing = folder.path() / "missing" / "file";
    const fs::path file = folder.write("file", "bytes");
    const fs::path& here = folder.path();
    struct Case {
        std::function<void()> deed;
        std::string expected;
    };
    const Case cases[] = {
        {[&] { read_file(missing); },
         in_quotes(missing) + " could not be opened: No such file or directory."},
        {[&] { File::open_to_write(missing); },
         in_quotes(missing) + " could not be opened: No such file or directory."},
        {[&] { read_file(here); }, in_quotes(here) + " could not be read: Is a directory."},
        {[&] { File::open_to_write(here); },
         in_quotes(here) + " could not be opened: Is a directory."},
        {[&] { read_file(file / "x"); },
         in_quotes(file / "x") + " could not be opened: Not a directory."},
        {[&] { sync_folder(missing); },
         in_quotes(missing) + " could not be opened: No such file or directory."},
        {[&] { sync_folder(file); }, in_quotes(file) + " could not be opened: Not a directory."},
        {[&] { File::open_to_read(file).write_at(0, "x"); },
         in_quotes(file) + " could not be written: Bad file descriptor."},
        {[&] { replace_file(missing, "x"); },
         in_quotes(missing.string() + ".new") + " could not be opened: No such file or directory."},
    };
    for (const Case& c : cases) {
        CAPTURE(c.expected);
        CHECK(failure(c.deed) == c.expected);
    }
    errno = ENOSPC;
    CHECK(system_failure("written", "x") == "\"x\" could not be written: No space left on device.");
}

TEST_CASE("a replaced file holds the new bytes and nothing is left beside it") {
    const ScratchFolder folder;
    const fs::path path = folder.path() / "state";
    for (const std::string bytes : {"a longer first state", "second", ""}) {
        replace_file(path, bytes);
        CHECK(read_file(path) == bytes);
        CHECK(std::distance(fs::directory_iterator(folder.path()), {}) == 1);
    }
}

TEST_CASE("what an earlier replacement left unfinished does not shine through") {
    const ScratchFolder folder;
    folder.write("state.new", "a longer draft that a crash left behind");
    replace_file(folder.path() / "state", "new");
    CHECK(read_file(folder.path() / "state") == "new");
}

TEST_CASE("a replacement that fails leaves the old bytes") {
    const ScratchFolder folder;
    const fs::path path = folder.write("state", "old");
    const std::string reason = failure([&] {
        const FullDisk full;
        replace_file(path, "new");
    });
    CHECK(reason == in_quotes(path.string() + ".new") + " could not be written: File too large.");
    CHECK(read_file(path) == "old");
    fs::remove(path.string() + ".new");
    fs::create_directory(path.string() + ".new");
    CHECK(failure([&] { replace_file(path, "new"); }).ends_with("Is a directory."));
    CHECK(read_file(path) == "old");
    fs::create_directory(folder.path() / "folder");
    CHECK(failure([&] { replace_file(folder.path() / "folder", "new"); }) ==
          in_quotes(folder.path() / "folder") + " could not be replaced: Is a directory.");
    CHECK(fs::is_directory(folder.path() / "folder"));
}

TEST_CASE("a file in the current folder is replaced by its bare name") {
    const ScratchFolder folder;
    const fs::path before = fs::current_path();
    fs::current_path(folder.path());
    replace_file("state", "new");
    const std::string bytes = read_file("state");
    fs::current_path(before);
    CHECK(bytes == "new");
}

}  // namespace nutgraf::tests::in_file_test
