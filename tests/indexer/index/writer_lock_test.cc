#include "indexer/index/writer_lock.h"

#include "tests/base/scratch_folder.h"
#include "tests/support/failure.h"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <memory>

namespace nutgraf::tests::in_writer_lock_test {

using namespace nutgraf;
using namespace nutgraf::index;
using namespace nutgraf::tests;
using std::chrono::milliseconds;

namespace {

/// A process that holds the lock until it is killed, as the destructor does.
class Holder {
public:
    explicit Holder(const std::filesystem::path& folder) {
        int ends[2];
        REQUIRE(::pipe(ends) == 0);
        pid_ = ::fork();
        if (pid_ == 0) hold(folder, ends[1]);
        char byte = 0;
        CHECK(::read(ends[0], &byte, 1) == 1);  // Written once it has the lock.
        ::close(ends[0]);
        ::close(ends[1]);
    }
    Holder(Holder&&) = delete;
    Holder& operator=(Holder&&) = delete;
    Holder(const Holder&) = delete;
    Holder& operator=(const Holder&) = delete;
    ~Holder() {
        ::kill(pid_, SIGKILL);
        ::waitpid(pid_, nullptr, 0);
    }

    pid_t pid() const { return pid_; }

private:
    [[noreturn]] static void hold(const std::filesystem::path& folder, int descriptor) {
        try {
            const WriterLock lock(folder, milliseconds(0));
            if (::write(descriptor, "!", 1) == 1)
                for (;;) ::pause();
        } catch (...) {
        }
        ::_exit(1);
    }

    pid_t pid_ = 0;
};

}  // namespace

TEST_CASE("a second writer is refused within the wait, by the pid of the first") {
    const ScratchFolder folder;
    auto holder = std::make_unique<Holder>(folder.path());
    const std::string message = "Process " + std::to_string(holder->pid()) +
                                " is writing to the index \"" + folder.path().string() +
                                "\"; try again when it has ended.";
    CHECK(failure([&] { WriterLock(folder.path(), milliseconds(0)); }) == message);
    const auto start = std::chrono::steady_clock::now();
    CHECK(failure([&] { WriterLock(folder.path(), milliseconds(120)); }) == message);
    const auto waited = std::chrono::steady_clock::now() - start;
    CHECK(waited >= milliseconds(120));
    CHECK(waited < milliseconds(5000));
    // However the first one ends, its lock ends with it.
    holder.reset();
    CHECK(failure([&] { WriterLock(folder.path(), milliseconds(0)); }).empty());
}

TEST_CASE("the lock is free again when its owner goes, and is not taken twice in one process") {
    const ScratchFolder folder;
    {
        const WriterLock lock(folder.path(), milliseconds(0));
        CHECK(failure([&] {
                  WriterLock(folder.path(), milliseconds(0));
              }).starts_with("Process " + std::to_string(::getpid()) + " is writing"));
    }
    CHECK(failure([&] { WriterLock(folder.path(), milliseconds(0)); }).empty());
}

TEST_CASE("a lock in a folder that is not there is an error with its name") {
    const ScratchFolder folder;
    const auto missing = folder.path() / "missing";
    CHECK(failure([&] { WriterLock(missing, milliseconds(0)); }) ==
          "\"" + (missing / "writer.lock").string() +
              "\" could not be opened: No such file or directory.");
}

}  // namespace nutgraf::tests::in_writer_lock_test
