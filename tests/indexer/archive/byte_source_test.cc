#include "indexer/archive/byte_source.h"

#include "base/file.h"
#include "tests/base/scratch_folder.h"
#include "tests/indexer/archive/compressed.h"
#include "tests/support/failure.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

namespace nutgraf::tests::in_byte_source_test {

using namespace nutgraf;
using namespace nutgraf::archive;
using namespace nutgraf::tests;
namespace fs = std::filesystem;

namespace {

std::string all_of(ByteSource& source, std::size_t buffer_bytes = 4096) {
    std::string text;
    std::string buffer(buffer_bytes, '\0');
    while (const std::size_t count = source.read(buffer)) text.append(buffer, 0, count);
    CHECK(source.read(buffer) == 0);  // And stays at the end.
    return text;
}

std::string read(const fs::path& path, std::size_t buffer_bytes = 4096) {
    return all_of(*open_bytes(path, {}), buffer_bytes);
}

/// A frame that decoders skip.
std::string skippable_frame(const std::string& bytes) {
    std::string frame = "\x5E\x2A\x4D\x18";
    for (std::size_t size = bytes.size(), i = 0; i < 4; ++i, size >>= 8U)
        frame.push_back(static_cast<char>(size & 0xFFU));
    return frame + bytes;
}

}  // namespace

TEST_CASE("a file is read the same plain and compressed, in pieces of any size") {
    const ScratchFolder folder;
    const std::string large = compressible_text(3'000'000);
    const std::string zeros(1'000'000, '\0');
    struct Case {
        std::string name, bytes, expected;
    };
    const Case cases[] = {
        {"empty", "", ""},
        {"one byte", "a", "a"},
        {"half a magic number", "\x1F", "\x1F"},
        {"plain", large, large},
        {"gz", gzipped(large), large},
        {"gz of nothing", gzipped(""), ""},
        {"gz of several members", gzipped("a") + gzipped("") + gzipped(large) + gzipped("b"),
         "a" + large + "b"},
        {"gz of much from little", gzipped(zeros), zeros},
        {"zst", zstd_frame(large), large},
        {"zst of nothing", zstd_frame(""), ""},
        {"zst of several frames",
         zstd_frame("a") + zstd_frame("") + zstd_frame(large) + zstd_frame("b"), "a" + large + "b"},
        {"zst of much from little", zstd_frame(zeros), zeros},
        {"zst with something to skip", zstd_frame("a") + skippable_frame("?") + zstd_frame("b"),
         "ab"},
        // Was taken for plain bytes; the journal's files and pzstd's begin so.
        {"zst that begins with something to skip", skippable_frame("???") + zstd_frame("a"), "a"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        const fs::path path = folder.write("file", c.bytes);
        for (const std::size_t buffer_bytes : {61U, 4096U, 1U << 20U})
            CHECK(read(path, buffer_bytes) == c.expected);
        if (c.expected.size() < 100) CHECK(read(path, 1) == c.expected);
    }
}

TEST_CASE("every byte of the file itself is told once") {
    const ScratchFolder folder;
    for (const std::string& bytes : {std::string("plain"), gzipped(compressible_text(1'000'000)),
                                     zstd_frame(compressible_text(1'000'000)), std::string()}) {
        std::size_t told = 0;
        const auto source =
            open_bytes(folder.write("file", bytes), [&](std::size_t count) { told += count; });
        all_of(*source);
        CHECK(told == bytes.size());
    }
}

TEST_CASE("a compressed file cut anywhere is an error with its name, after what came before") {
    const ScratchFolder folder;
    const std::string text = compressible_text(200);
    for (const std::string& whole :
         {gzipped("first\n") + gzipped(text), zstd_frame("first\n") + zstd_frame(text)}) {
        const std::size_t border =
            whole.size() - (whole[0] == '\x1F' ? gzipped(text) : zstd_frame(text)).size();
        for (std::size_t size = 4; size < whole.size(); ++size) {
            CAPTURE(size);
            const auto source = open_bytes(folder.write("cut", whole.substr(0, size)), {});
            std::string given;
            std::string buffer(4096, '\0');
            const std::string message = failure([&] {
                while (const std::size_t count = source->read(buffer))
                    given.append(buffer, 0, count);
            });
            CHECK(("first\n" + text).starts_with(given));
            CHECK((size < border || given.starts_with("first\n")));
            CHECK(message.empty() == (size == border));
            if (size != border)
                CHECK(message.starts_with("\"" + (folder.path() / "cut").string() +
                                          "\" is damaged: it ends in the middle of its "));
        }
    }
}

TEST_CASE("a flipped bit in a compressed file is an error with its name, or does not matter") {
    const ScratchFolder folder;
    const std::string text = compressible_text(150);
    for (const std::string& whole : {gzipped(text), zstd_frame(text)}) {
        for (std::size_t at = 4; at < whole.size(); ++at) {
            for (const unsigned bit : {0U, 5U}) {
                CAPTURE(at);
                std::string bytes = whole;
                bytes[at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ (1U << bit));
                const fs::path path = folder.write("flipped", bytes);
                std::string given;
                const std::string message = failure([&] { given = read(path); });
                if (message.empty()) {
                    CHECK(given == text);
                } else {
                    CHECK(message.starts_with("\"" + path.string() + "\" is damaged: "));
                }
            }
        }
    }
}

TEST_CASE("bytes behind a compressed stream are damage") {
    const ScratchFolder folder;
    for (const std::string& bytes : {gzipped("text") + "rubbish", zstd_frame("text") + "rubbish"}) {
        const fs::path path = folder.write("file", bytes);
        CHECK(failure([&] { read(path); }).starts_with("\"" + path.string() + "\" is damaged: "));
    }
}

TEST_CASE("a file that cannot be opened or read is an error with its name and the reason") {
    const ScratchFolder folder;
    const std::string missing = folder.path() / "missing";
    CHECK(failure([&] { open_bytes(missing, {}); }) ==
          "\"" + missing + "\" could not be opened: No such file or directory.");
    CHECK(failure([&] { open_bytes(folder.path(), {}); }) ==
          "\"" + folder.path().string() + "\" could not be read: Is a directory.");
}

TEST_CASE("a hyphen stands for standard input") {
    const ScratchFolder folder;
    const File file = File::open_to_read(folder.write("file", gzipped("from outside")));
    const int kept = ::dup(STDIN_FILENO);
    ::dup2(file.descriptor(), STDIN_FILENO);
    const std::string text = read("-");
    const bool is_left_open = ::fcntl(STDIN_FILENO, F_GETFD) != -1;
    if (kept != -1) {
        ::dup2(kept, STDIN_FILENO);
        ::close(kept);
    }
    CHECK(text == "from outside");
    CHECK(is_left_open);
}

TEST_CASE("a compression suffix, and no other, is taken off a file's name") {
    struct Case {
        std::string name, expected;
    };
    const Case cases[] = {
        {"a.jsonl.gz", "a.jsonl"},
        {"a.zst", "a"},
        {"dir.gz/a", "dir.gz/a"},
        {"a.txt", "a.txt"},
        {"a", "a"},
        {".gz", ".gz"},
        {"a.gz.gz", "a.gz"},
        {"dir/a.b.zst", "dir/a.b"},
        {"-", "-"},
    };
    for (const Case& c : cases) CHECK(without_compression_suffix(c.name).string() == c.expected);
}

}  // namespace nutgraf::tests::in_byte_source_test
