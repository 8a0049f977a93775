#include "indexer/index/journal.h"

#include "base/file.h"
#include "indexer/index/journal_frame.h"
#include "tests/base/scratch_folder.h"
#include "tests/indexer/index/bytes.h"
#include "tests/support/failure.h"

#include <doctest/doctest.h>
#include <zstd.h>

namespace nutgraf::tests::in_journal_test {

using namespace nutgraf;
using namespace nutgraf::index;
using namespace nutgraf::tests;
namespace fs = std::filesystem;

namespace {

const std::string first_name = "00000001.zst";

fs::path first_file(const ScratchFolder& folder) {
    return folder.path() / "articles" / first_name;
}

std::string record(std::uint64_t sequence) {
    return "{\"number\":" + std::to_string(sequence) + "}";
}

/// "1{…} 2{…} " of the records from a position on.
std::string records(const ScratchFolder& folder, const JournalPosition& from = {}) {
    std::string all;
    read_journal(folder.path(), from, [&](std::uint64_t sequence, std::string_view text) {
        all += std::to_string(sequence) + std::string(text) + " ";
    });
    return all;
}

std::string expected(std::uint64_t first, std::uint64_t last) {
    std::string all;
    for (std::uint64_t i = first; i <= last; ++i) all += std::to_string(i) + record(i) + " ";
    return all;
}

/// Three frames of one, two and three records; gives where each ends.
std::vector<JournalPosition> make_journal(const ScratchFolder& folder) {
    Journal journal(folder.path(), {});
    std::vector<JournalPosition> ends;
    for (const auto& batch : {std::vector{record(1)}, std::vector{record(2), record(3)},
                              std::vector{record(4), record(5), record(6)}}) {
        journal.append(batch);
        ends.push_back(journal.position());
    }
    return ends;
}

std::string damaged_at(const fs::path& file, std::uint64_t offset) {
    return "The journal \"" + file.string() + "\" is damaged at byte " + std::to_string(offset) +
           "; restore it from a backup.";
}

/// What a program that knows Zstandard and nothing of us makes of a file.
std::string unpacked(const std::string& bytes) {
    ZSTD_DCtx* const context = ZSTD_createDCtx();
    ZSTD_inBuffer input{bytes.data(), bytes.size(), 0};
    std::string text;
    std::size_t result = 0;
    while (input.pos < input.size && ZSTD_isError(result) == 0) {
        std::string part(100, '\0');
        ZSTD_outBuffer output{part.data(), part.size(), 0};
        result = ZSTD_decompressStream(context, &output, &input);
        text.append(part, 0, output.pos);
    }
    ZSTD_freeDCtx(context);
    return result == 0 ? text : "no whole Zstandard stream";
}

}  // namespace

TEST_CASE("records come back in order with their sequence, from the beginning or from a place") {
    const ScratchFolder folder;
    CHECK(records(folder).empty());
    CHECK(journal_size(folder.path()) == 0);
    const auto ends = make_journal(folder);
    CHECK(ends[2] == JournalPosition{first_name, fs::file_size(first_file(folder)), 6});
    CHECK(records(folder) == expected(1, 6));
    CHECK(records(folder, ends[0]) == expected(2, 6));
    CHECK(records(folder, ends[1]) == expected(4, 6));
    CHECK(records(folder, ends[2]).empty());
    CHECK(journal_size(folder.path()) == ends[2].bytes);
}

TEST_CASE("a new journal is empty, and appending nothing leaves it so") {
    const ScratchFolder folder;
    Journal journal(folder.path(), {});
    CHECK(journal.sequence() == 0);
    CHECK(journal.position() == JournalPosition{first_name, 0, 0});
    journal.append({});
    CHECK(journal.position() == JournalPosition{first_name, 0, 0});
    CHECK(fs::file_size(first_file(folder)) == 0);
}

TEST_CASE("an opened journal goes on where it ended, whatever the manifest knew") {
    const ScratchFolder folder;
    auto known = make_journal(folder);
    known.insert(known.begin(), JournalPosition{});
    std::uint64_t sequence = 6;
    for (const JournalPosition& position : known) {
        Journal journal(folder.path(), position);
        CHECK(journal.sequence() == sequence);
        journal.append({record(++sequence)});
        CHECK(journal.sequence() == sequence);
    }
    CHECK(records(folder) == expected(1, 10));
}

TEST_CASE("any Zstandard program prints the file as its records, one a line") {
    const ScratchFolder folder;
    make_journal(folder);
    std::string lines;
    for (std::uint64_t i = 1; i <= 6; ++i) lines += record(i) + "\n";
    CHECK(unpacked(read_file(first_file(folder))) == lines);
}

TEST_CASE("a last frame cut short at any byte is taken off, and the journal goes on") {
    const ScratchFolder folder;
    const auto ends = make_journal(folder);
    const std::string whole = read_file(first_file(folder));
    for (const JournalPosition& known : {JournalPosition{}, ends[0], ends[1]}) {
        for (std::uint64_t size = ends[1].bytes; size < whole.size(); ++size) {
            CAPTURE(size);
            overwrite(first_file(folder), whole.substr(0, size));
            CHECK(records(folder) == expected(1, 3));
            Journal journal(folder.path(), known);
            CHECK(journal.position() == ends[1]);
            CHECK(fs::file_size(first_file(folder)) == ends[1].bytes);
        }
    }
    Journal journal(folder.path(), ends[1]);
    journal.append({record(4)});
    CHECK(records(folder) == expected(1, 4));
    CHECK(Journal(folder.path(), {}).sequence() == 4);
}

TEST_CASE("damage in the last frame that no manifest knows of is taken off") {
    const ScratchFolder folder;
    const auto ends = make_journal(folder);
    const std::string whole = read_file(first_file(folder));
    for (std::uint64_t at = ends[1].bytes; at < whole.size(); ++at) {
        CAPTURE(at);
        overwrite(first_file(folder), flipped(whole, at));
        CHECK(records(folder) == expected(1, 3));
        CHECK(Journal(folder.path(), ends[1]).position() == ends[1]);
    }
    // What a crash leaves of a longer write than it had begun: NULs.
    overwrite(first_file(folder), whole + std::string(5000, '\0'));
    CHECK(Journal(folder.path(), ends[1]).position() == ends[2]);
    CHECK(read_file(first_file(folder)) == whole);
}

TEST_CASE("a flipped bit before the last frame is reported with file and offset, and nothing cut") {
    const ScratchFolder folder;
    const auto ends = make_journal(folder);
    const std::string whole = read_file(first_file(folder));
    for (std::uint64_t at = 0; at < ends[1].bytes; ++at) {
        for (unsigned bit = 0; bit < 8; ++bit) {
            CAPTURE(at);
            CAPTURE(bit);
            const std::uint64_t frame = at < ends[0].bytes ? 0 : ends[0].bytes;
            overwrite(first_file(folder), flipped(whole, at, bit));
            CHECK(failure([&] { records(folder); }) == damaged_at(first_file(folder), frame));
        }
        CHECK(failure([&] { Journal(folder.path(), {}); }) != "");
        CHECK(fs::file_size(first_file(folder)) == whole.size());
    }
}

TEST_CASE("bytes taken out or put in between frames are reported, and nothing cut") {
    const ScratchFolder folder;
    const auto ends = make_journal(folder);
    const std::string whole = read_file(first_file(folder));
    const std::string one = whole.substr(0, ends[0].bytes);
    const std::string two = whole.substr(ends[0].bytes, ends[1].bytes - ends[0].bytes);
    const std::string three = whole.substr(ends[1].bytes);
    struct Case {
        std::string bytes;
        std::uint64_t offset;
    };
    const Case cases[] = {
        {"x" + whole, 0},
        {one + "x" + two + three, ends[0].bytes},
        {one + std::string(3'000'000, 'x') + two, ends[0].bytes},
        {one + two.substr(1) + three, ends[0].bytes},
        {one + three, ends[0].bytes},      // The sequence says that one is missing,
        {one + one + two, ends[0].bytes},  // or there twice.
        {two + three, 0},
    };
    for (const Case& c : cases) {
        overwrite(first_file(folder), c.bytes);
        CHECK(failure([&] { records(folder); }) == damaged_at(first_file(folder), c.offset));
        CHECK(failure([&] { Journal(folder.path(), {}); }) ==
              damaged_at(first_file(folder), c.offset));
        CHECK(read_file(first_file(folder)) == c.bytes);
    }
}

TEST_CASE("a journal shorter than the manifest knows, or without its file, is reported") {
    const ScratchFolder folder;
    const auto ends = make_journal(folder);
    const std::string whole = read_file(first_file(folder));
    overwrite(first_file(folder), whole.substr(0, ends[1].bytes + 5));
    CHECK(failure([&] { Journal(folder.path(), ends[2]); }) ==
          damaged_at(first_file(folder), ends[1].bytes + 5));
    fs::remove(first_file(folder));
    CHECK(failure([&] { Journal(folder.path(), ends[2]); }) ==
          "The journal file \"" + first_file(folder).string() +
              "\" is missing; restore it from a backup.");
    CHECK(fs::is_empty(folder.path() / "articles"));
}

TEST_CASE("several files are one journal") {
    const ScratchFolder folder;
    const auto ends = make_journal(folder);
    const fs::path second = folder.path() / "articles" / "00000002.zst";
    const fs::path third = folder.path() / "articles" / "00000003.zst";
    overwrite(second, encoded_frame(7, {record(7), record(8)}));
    overwrite(third, "");  // Made, and not yet written to.
    CHECK(records(folder) == expected(1, 8));
    CHECK(records(folder, ends[1]) == expected(4, 8));
    CHECK(records(folder, {"00000002.zst", 0, 6}) == expected(7, 8));
    {
        Journal journal(folder.path(), ends[0]);
        CHECK(journal.position() == JournalPosition{"00000003.zst", 0, 8});
        journal.append({record(9)});
        CHECK(records(folder) == expected(1, 9));
    }
    // The end of a file that is not the last is no place for a cut.
    const std::string whole = read_file(second);
    overwrite(second, whole.substr(0, whole.size() - 1));
    CHECK(failure([&] { Journal(folder.path(), ends[0]); }) == damaged_at(second, 0));
    CHECK(fs::file_size(second) == whole.size() - 1);
    fs::remove(second);
    CHECK(failure([&] { records(folder); }) == damaged_at(third, 0));
}

TEST_CASE("a file that has grown large is followed by another") {
    const ScratchFolder folder;
    const auto ends = make_journal(folder);
    constexpr std::uint64_t large = 256ULL * 1024 * 1024 + 1;
    fs::resize_file(first_file(folder), large);  // Holes take no space.
    Journal journal(folder.path(), {first_name, large, 6});
    journal.append({record(7)});
    journal.append({record(8)});
    CHECK(journal.position().file == "00000002.zst");
    CHECK(records(folder, {"00000002.zst", 0, 6}) == expected(7, 8));
    CHECK(fs::file_size(first_file(folder)) == large);
}

TEST_CASE("files of other names are not the journal's, and left alone") {
    const ScratchFolder folder;
    make_journal(folder);
    // Was read as the journal's last file, and cut to nothing.
    const fs::path notes = folder.write("articles/my notes.zst", "notes");
    const fs::path eight = folder.write("articles/my-notes.zst", "notes");
    const fs::path copy = folder.write("articles/00000002.zst.bak", "copy");
    CHECK(records(folder) == expected(1, 6));
    Journal(folder.path(), {}).append({record(7)});
    CHECK(records(folder) == expected(1, 7));
    for (const fs::path& path : {notes, eight}) CHECK(read_file(path) == "notes");
    CHECK(read_file(copy) == "copy");
}

}  // namespace nutgraf::tests::in_journal_test
