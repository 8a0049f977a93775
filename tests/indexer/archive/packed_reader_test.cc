#include "indexer/archive/packed/packed_reader.h"

#include "indexer/archive/open_archive.h"
#include "tests/base/scratch_folder.h"
#include "tests/indexer/archive/byte_sources.h"
#include "tests/indexer/archive/compressed.h"
#include "tests/indexer/archive/records.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace nutgraf::tests::in_packed_reader_test {

using namespace nutgraf;
using namespace nutgraf::archive;
using namespace nutgraf::tests;

namespace {

std::string padded(std::string bytes) {
    bytes.resize((bytes.size() + 511) / 512 * 512, '\0');
    return bytes;
}

/// One file in a tar (POSIX ustar); type '0' is a file, '2' a link.
std::string tar_entry(const std::string& name, const std::string& content, char type = '0',
                      const std::string& target = {}) {
    std::string head(512, '\0');
    const auto put = [&](std::size_t at, const std::string& text) {
        head.replace(at, text.size(), text);
    };
    put(0, name);
    put(100, "0000644");
    put(108, "0000000");
    put(116, "0000000");
    put(124, fmt::format("{:011o}", content.size()));
    put(136, "00000000000");
    put(148, "        ");
    head[156] = type;
    put(157, target);
    put(257, std::string("ustar\0", 6) + "00");
    unsigned sum = 0;
    for (const char c : head) sum += static_cast<unsigned char>(c);
    put(148, fmt::format("{:06o}", sum) + std::string("\0 ", 2));
    return head + padded(content);
}

std::string tar(const std::string& entries) {
    return entries + std::string(1024, '\0');
}

std::string read_packed(const std::string& bytes) {
    const auto reader = packed_reader(std::make_unique<TextSource>(bytes), "x.tar");
    return fmt::format("{}", fmt::join(printed_records(*reader), "\n"));
}

}  // namespace

TEST_CASE("packed files are read each by its own format, wherever their names point") {
    const std::string entries = tar_entry("a/b.txt", "Text.") +
                                tar_entry("../../etc/c.jsonl", R"({"id":"1","title":"t"})") +
                                tar_entry("/d.jsonl.gz", gzipped(R"({"id":"2","title":"u"})")) +
                                tar_entry("e", "", '2', "/etc/passwd") +
                                tar_entry("h", "", '1', "a/b.txt") + tar_entry("c", "", '3') +
                                tar_entry("p", "", '6') +
                                tar_entry("f.tar", tar(tar_entry("g.txt", "Text.")));
    CHECK(read_packed(tar(entries)) == R"(0: {"id":"x.tar/a/b.txt","body":"Text."})"
                                       "\n"
                                       R"(1: {"id":"1","title":"t"})"
                                       "\n"
                                       R"(1: {"id":"2","title":"u"})"
                                       "\n0: refused: e: It is a link or a device, and no file."
                                       "\n0: refused: h: It is a link or a device, and no file."
                                       "\n0: refused: c: It is a link or a device, and no file."
                                       "\n0: refused: p: It is a link or a device, and no file."
                                       "\n0: refused: f.tar: It is packed twice over.");
}

TEST_CASE("a packed file that is cut short or damaged gives what is before the damage") {
    const std::string whole =
        tar(tar_entry("a.txt", "Text.") + tar_entry("b.txt", std::string(5000, 'x')));
    const std::string cut = read_packed(whole.substr(0, 2000));
    CHECK(cut.starts_with(R"(0: {"id":"x.tar/a.txt","body":"Text."})"));
    CHECK(cut.find("refused: b.txt: ") != std::string::npos);
}

TEST_CASE("what is built to exhaust a reader is refused with a reason") {
    // A zip file of one entry, stored as deflate: 40 MB of one letter.
    const ScratchFolder folder;
    const std::string letters(std::size_t{40} << 20U, 'a');
    const std::string bomb = tar(tar_entry("a.jsonl", letters));
    const auto reader = open_archive({folder.write("x.tar.gz", gzipped(bomb)), "x.tar"}, {});
    REQUIRE(reader);
    const auto records = printed_records(**reader);
    REQUIRE_FALSE(records.empty());
    CHECK(records.back().find("refused: ") != std::string::npos);
    CHECK(
        read_packed(tar(tar_entry("a.jsonl.zst", zstd_frame(letters)))) ==
        "0: refused: a.jsonl.zst: \"a.jsonl.zst\" grows more than 200-fold; it is built to exhaust "
        "a reader.");
}

TEST_CASE("two kinds of growth that are allowed alone are refused together") {
    // Lines that are each a little different: 30 MB that gzip makes about 150 times smaller.
    std::string lines;
    for (int i = 0; lines.size() < 30'000'000; ++i)
        lines += fmt::format("{}{}\n", std::string(850, 'a'), i);
    const std::string small = gzipped(lines);
    REQUIRE(small.size() * 200 > lines.size());
    REQUIRE(small.size() * 100 < lines.size());
    CHECK(read_packed(tar(tar_entry("a.jsonl.gz", small))).find("grows more than 100-fold") !=
          std::string::npos);
}

}  // namespace nutgraf::tests::in_packed_reader_test
