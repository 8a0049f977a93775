#include "indexer/archive/open_archive.h"

#include "tests/base/scratch_folder.h"
#include "tests/indexer/archive/compressed.h"
#include "tests/indexer/archive/records.h"
#include "tests/support/failure.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_open_archive_test {

using namespace nutgraf;
using namespace nutgraf::archive;
using namespace nutgraf::tests;
namespace fs = std::filesystem;

namespace {

using Lines = std::vector<std::string>;

/// "id <- path below the folder" of each file found.
Lines found(const ScratchFolder& folder, const std::vector<fs::path>& paths) {
    Lines lines;
    for (const ArchiveFile& file : archive_files(paths))
        lines.push_back(file.id + " <- " + file.path.lexically_relative(folder.path()).string());
    return lines;
}

Lines records_or_refusal(const fs::path& path, std::optional<Format> format = {}) {
    const auto reader = open_archive({path, "the/id"}, format);
    if (!reader) return {"refused: " + reader.error().message};
    return printed_records(**reader);
}

/// Makes a folder the current one for as long as it lives.
class CurrentFolder {
public:
    explicit CurrentFolder(const fs::path& path) : before_(fs::current_path()) {
        fs::current_path(path);
    }
    CurrentFolder(CurrentFolder&&) = delete;
    CurrentFolder& operator=(CurrentFolder&&) = delete;
    CurrentFolder(const CurrentFolder&) = delete;
    CurrentFolder& operator=(const CurrentFolder&) = delete;
    ~CurrentFolder() { fs::current_path(before_); }

private:
    fs::path before_;
};

const std::string record = R"({"id":"1","title":"t"})";
const std::string as_json = "1: " + record;
const std::string as_text = R"(0: {"id":"the/id","body":"Text."})";

}  // namespace

TEST_CASE("a format is found by looking at the name and the first bytes") {
    const ScratchFolder folder;
    struct Case {
        std::string name, bytes, expected;
    };
    const std::string text_of_record = R"(0: {"id":"the/id","body":"[1]"})";
    const Case cases[] = {
        {"a.jsonl", record, as_json},
        {"a.ndjson", record, as_json},
        {"a.jsonl.gz", gzipped(record), as_json},
        {"a.jsonl.zst", zstd_frame(record), as_json},
        {"a.gz", gzipped(record), as_json},
        {"a.jsonl", gzipped(record), as_json},                  // Compressed, whatever the name.
        {"a", "\xEF\xBB\xBF \r\n\t" + record, "2: " + record},  // Line 1 was refused.
        {"a.txt", record, as_json},
        {"a.jsonl", "Text.",
         "1: refused: This is not JSON at byte 1: syntax error while parsing value - invalid "
         "literal."},
        {"a.txt", "Text.", as_text},
        {"a.txt.gz", gzipped("Text."), as_text},
        {"a", zstd_frame("Text."), as_text},
        {"a.json", "Text.", as_text},
        {"a.txt", "[1]", text_of_record},
        {"a", "", "0: refused: The file is empty."},
        {"a.json", " \n[1]", "0: refused: The record is not a JSON object."},
        {"a.json.gz", gzipped("[" + record + "]"), "0: " + record},
        {"a.json", "{\n\"id\":\"1\",\"title\":\"t\"}", "0: " + record},
        {"a.xml", "<?xml version='1.0'?><x:rss xmlns:x='y'/>", ""},
        {"a.xml", "<?xml version='1.0'?><!-- c --><svg/>",
         "refused: The XML has the root element \"svg\", which belongs to no format that is read."},
        {"a.xml", "<?xml version='1.0'?>", "refused: The XML has no root element."},
        {"a.txt", "Text, lies and tapes", R"(0: {"id":"the/id","body":"Text, lies and tapes"})"},
        {"a.txt", "From Berlin to Prague.",
         R"(0: {"id":"the/id","body":"From Berlin to Prague."})"},
        {"a", "From a\nMessage-ID: 1\nSubject: t\n\n", as_json},
        {"a.csv", "id;title\n1;t", "2: " + record},
        {"a.rss",
         "\xEF\xBB\xBF <!DOCTYPE rss [<!ENTITY a 'b'>]><rss><item><guid>1</guid>"
         "<title>t</title></item></rss>",
         as_json},
        {"a.pdf", std::string("%PDF\0", 5),
         "refused: The file holds NUL bytes; it is neither text nor JSON lines."},
        {"a.txt", std::string(5000, 'a') + '\0',  // Found later than where it is looked for.
         "0: refused: The file holds NUL bytes; it is not a plain text."},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CAPTURE(c.bytes);
        const Lines expected = c.expected.empty() ? Lines{} : Lines{c.expected};
        CHECK(records_or_refusal(folder.write(c.name, c.bytes)) == expected);
    }
}

TEST_CASE("a format that is named is not looked for") {
    const ScratchFolder folder;
    CHECK(records_or_refusal(folder.write("a.jsonl", "Text."), Format::text) == Lines{as_text});
    CHECK(records_or_refusal(folder.write("a.txt", "[1]"), Format::json_lines) ==
          Lines{"1: refused: The record is not a JSON object."});
    CHECK(format_named("text") == Format::text);
    CHECK(format_named("jsonl") == Format::json_lines);
    CHECK_FALSE(format_named("Text"));
    CHECK_FALSE(format_named(""));
    for (const std::string_view name : format_names()) CHECK(format_named(name));
}

TEST_CASE("a large file is read to its end, and each of its bytes told once") {
    const ScratchFolder folder;
    std::string text;
    for (int i = 0; i < 20'000; ++i) text += "{\"id\":" + std::to_string(i) + ",\"title\":\"t\"}\n";
    for (const std::string& bytes : {text, gzipped(text), zstd_frame(text)}) {
        std::size_t told = 0;
        const auto reader = open_archive({folder.write("a", bytes), "a"}, {},
                                         [&](std::size_t count) { told += count; });
        REQUIRE(reader);
        const Lines read = printed_records(**reader);
        CHECK(read.size() == 20'000);
        CHECK(read.back() == R"(20000: {"id":"19999","title":"t"})");
        CHECK(told == bytes.size());
    }
}

TEST_CASE("a compressed file cut short gives the records before the cut, then its name") {
    const ScratchFolder folder;
    for (const int count : {2, 3000}) {  // Was: a short one gave nothing at all.
        std::string text;
        for (int i = 0; i < count; ++i) text += compressible_text(60).substr(0, 40) + "\n";
        text = record + "\n" + text;
        const std::string whole = gzipped(record + "\n") + gzipped(text);
        const fs::path path = folder.write("a.jsonl.gz", whole.substr(0, whole.size() - 9));
        const auto reader = open_archive({path, "a"}, {});
        REQUIRE(reader);
        CHECK(printed(*(*reader)->next()) == as_json);
        const std::string message = failure([&] { printed_records(**reader); });
        CHECK(message ==
              "\"" + path.string() + "\" is damaged: it ends in the middle of its gzip stream.");
    }
}

TEST_CASE("a file that cannot be opened is an error with its name") {
    const ScratchFolder folder;
    const fs::path path = folder.path() / "missing";
    CHECK(failure([&] { records_or_refusal(path); }) ==
          "\"" + path.string() + "\" could not be opened: No such file or directory.");
}

TEST_CASE("files are found below folders in the order of their names, hidden ones left out") {
    const ScratchFolder folder;
    for (const std::string name :
         {"top/b.txt", "top/a.txt.gz", "top/a/z.jsonl", "top/a/a/a.txt", "top/.hidden.txt",
          "top/.git/config", "top/a-b.txt", "top/c/.x/y", "other.txt.zst"})
        folder.write(name, "Text.");
    const fs::path top = folder.path() / "top";
    fs::create_directory(top / "empty");
    fs::create_directory_symlink(folder.path(), top / "link");
    fs::create_symlink("missing", top / "broken");
    fs::create_symlink("loop", top / "loop");  // Was an exception that is no Error.
    fs::create_symlink(".loop", top / ".loop");
    fs::create_symlink("b.txt", top / "linked.txt");
    const Lines below_top = {
        "top/a/a/a.txt <- top/a/a/a.txt", "top/a/z.jsonl <- top/a/z.jsonl",
        "top/a-b.txt <- top/a-b.txt",     "top/a.txt <- top/a.txt.gz",
        "top/b.txt <- top/b.txt",         "top/linked.txt <- top/linked.txt",
    };
    CHECK(found(folder, {top}) == below_top);
    CHECK(found(folder, {top / ""}) == below_top);
    CHECK(found(folder, {top / "a" / "a"}) == Lines{"a/a.txt <- top/a/a/a.txt"});
    CHECK(found(folder, {top / "link" / "other.txt.zst"}) ==
          Lines{"other.txt <- top/link/other.txt.zst"});
    // What is given itself is always read.
    CHECK(found(folder, {top / ".hidden.txt", top / ".git"}) ==
          Lines{".hidden.txt <- top/.hidden.txt", ".git/config <- top/.git/config"});
    CHECK(found(folder, {top / "b.txt", folder.path() / "other.txt.zst"}) ==
          Lines{"b.txt <- top/b.txt", "other.txt <- other.txt.zst"});
    CHECK(found(folder, {}).empty());
    CHECK(found(folder, {top / "empty"}).empty());
}

TEST_CASE("an id does not depend on how the path to its folder is written") {
    const ScratchFolder folder;
    folder.write("top/a/x.txt", "Text.");
    const CurrentFolder current(folder.path() / "top");
    struct Case {
        std::string path, expected;
    };
    const Case cases[] = {
        {"a", "a/x.txt"},
        {"a/", "a/x.txt"},
        {"./a", "a/x.txt"},
        {"../top/a", "a/x.txt"},
        {"../top", "top/a/x.txt"},
        {"a/x.txt", "x.txt"},
        {"./a//x.txt", "x.txt"},
        // Were taken for their own parents.
        {".", "top/a/x.txt"},
        {"./", "top/a/x.txt"},
        {"a/.", "a/x.txt"},
        {"a/..", "top/a/x.txt"},
        {"../top/../top", "top/a/x.txt"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.path);
        const auto files = archive_files({c.path});
        REQUIRE(files.size() == 1);
        CHECK(files[0].id == c.expected);
        CHECK(fs::exists(files[0].path));
    }
}

TEST_CASE("standard input is one file, and a path that is not there an error") {
    const auto files = archive_files({"-"});
    REQUIRE(files.size() == 1);
    CHECK(files[0].path == "-");
    CHECK(files[0].id == "stdin");
    CHECK(failure([] { archive_files({"/no/such/path"}); }) ==
          "There is no file or folder \"/no/such/path\".");
    CHECK(failure([] { archive_files({""}); }) == "There is no file or folder \"\".");
}

}  // namespace nutgraf::tests::in_open_archive_test
