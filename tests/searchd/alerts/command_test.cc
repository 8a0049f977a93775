#include "searchd/alerts/command.h"

#include "base/file.h"
#include "tests/base/scratch_folder.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>

namespace nutgraf::tests::in_command_test {

using namespace nutgraf;
using alerts::Command;
using alerts::failure_of;
using tests::ScratchFolder;
using namespace std::chrono_literals;

namespace {

std::string failure(const std::string& line, const std::string& input = "",
                    std::chrono::milliseconds limit = 20s) {
    return failure_of({line, input, {}, limit}).value_or("");
}

}  // namespace

TEST_CASE("a command reads its input and its variables") {
    const ScratchFolder folder;
    const std::string file = folder.path() / "out";
    const std::string input = "one line\n" + std::string(200'000, 'x') + "\n";
    CHECK(!failure_of({"cat > \"$OUT\"; printf %s \"$WHAT\" >> \"$OUT\"",
                       input,
                       {{"OUT", file}, {"WHAT", "a 'b' \"c\" $d"}},
                       20s}));
    CHECK(read_file(file) == input + "a 'b' \"c\" $d");
}

TEST_CASE("a variable that is given takes the place of one that is there") {
    setenv("NUTGRAF_TEST_ALERT", "outer", 1);
    CHECK(!failure_of(
        {"test \"$NUTGRAF_TEST_ALERT\" = inner", "", {{"NUTGRAF_TEST_ALERT", "inner"}}, 20s}));
    CHECK(!failure_of({"test \"$NUTGRAF_TEST_ALERT\" = outer && test -n \"$PATH\"", "", {}, 20s}));
    unsetenv("NUTGRAF_TEST_ALERT");
}

TEST_CASE("only status 0 is success; the end of what was said is kept") {
    struct Case {
        std::string line, failure;
    };
    const Case cases[] = {
        {"true", ""},
        {"exit 3", "It ended with status 3."},
        {"echo one; echo two >&2; exit 1", "It ended with status 1 and said \"two\"."},
        {"kill -9 $$", "It was ended by signal 9."},
        {"no-such-command-here 2>/dev/null", "It ended with status 127."},
        {"printf 'bad \\377 byte\\n\\n'; exit 1",
         "It ended with status 1 and said \"bad \xEF\xBF\xBD byte\"."},
    };
    for (const Case& c : cases) {
        CAPTURE(c.line);
        CHECK(failure(c.line) == c.failure);
    }
    CHECK(failure("yes | head -c 1000000; exit 1").size() < 600);
}

TEST_CASE("a command that does not read its input is no trouble") {
    CHECK(failure("true", std::string(1'000'000, 'x')).empty());
}

TEST_CASE("a command that takes too long is ended, and what it started with it") {
    const ScratchFolder folder;
    const std::string file = folder.path() / "late";
    CHECK(failure("(sleep 1; touch " + file + ") & sleep 100", "", 100ms) ==
          "It took longer than 0.1 s and was ended.");
    CHECK(failure("sleep 1.2").empty());
    CHECK(!std::filesystem::exists(file));
}

TEST_CASE("a command that leaves something running in the background has ended") {
    const auto start = std::chrono::steady_clock::now();
    CHECK(failure("sleep 30 & true").empty());
    CHECK(std::chrono::steady_clock::now() - start < 10s);
}

TEST_CASE("a command inherits no descriptor") {
    const ScratchFolder folder;
    const std::string file = folder.path() / "out";
    const File held = File::open_to_write(folder.path() / "held");
    const int inherited = ::dup(held.descriptor());  // Without close-on-exec.
    CHECK(failure("ls /proc/self/fd | tr '\\n' ' ' > " + file).empty());
    ::close(inherited);
    CHECK(read_file(file) == "0 1 2 3 ");  // 3 is the folder that ls itself reads.
}

}  // namespace nutgraf::tests::in_command_test
