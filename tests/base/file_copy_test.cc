#include "base/file_copy.h"

#include "base/file.h"
#include "tests/base/scratch_folder.h"
#include "tests/support/failure.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_file_copy_test {

using namespace nutgraf;
using namespace nutgraf::tests;
namespace fs = std::filesystem;

TEST_CASE("a copy has the bytes and the rights of the file, and the digest is that of its bytes") {
    const ScratchFolder folder;
    // Around the size of the parts it is read in.
    for (const std::size_t size :
         {0U, 1U, (1U << 20U) - 1, 1U << 20U, (1U << 20U) + 1, 3'000'000U}) {
        CAPTURE(size);
        std::string bytes(size, '\0');
        for (std::size_t i = 0; i < size; ++i) bytes[i] = static_cast<char>(i * i % 251);
        const fs::path from = folder.write("from", bytes);
        fs::permissions(from, fs::perms::owner_read | fs::perms::owner_write);
        const fs::path to = folder.path() / "new/folder/to";
        CHECK(copy_durably(from, to) == sha256(bytes));
        CHECK(read_file(to) == bytes);
        CHECK(fs::status(to).permissions() == fs::status(from).permissions());
        CHECK(digest_of_file(to) == sha256(bytes));
    }
}

TEST_CASE("a copy takes the place of a longer file") {
    const ScratchFolder folder;
    const fs::path to = folder.write("to", "something much longer");
    copy_durably(folder.write("from", "short"), to);
    CHECK(read_file(to) == "short");
}

TEST_CASE("a file that is not there is named, and nothing is made") {
    const ScratchFolder folder;
    const fs::path from = folder.path() / "absent";
    CHECK(failure([&] { copy_durably(from, folder.path() / "to"); }) ==
          "\"" + from.string() + "\" could not be opened: No such file or directory.");
    CHECK_FALSE(fs::exists(folder.path() / "to"));
}

}  // namespace nutgraf::tests::in_file_copy_test
