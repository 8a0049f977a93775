#include "indexer/ingest.h"

#include "base/error.h"
#include "tests/base/scratch_folder.h"
#include "tests/indexer/archive/compressed.h"
#include "tests/support/failure.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <map>

namespace nutgraf::tests::in_ingest_test {

using namespace nutgraf;
using namespace nutgraf::indexer;
using namespace nutgraf::tests;
namespace fs = std::filesystem;

namespace {

/// A run over some files into memory, and what it told.
class Run {
public:
    IngestOptions options;
    std::uint64_t stop_after = 1'000'000;

    IngestTotals over(const std::vector<archive::ArchiveFile>& files) {
        IngestObserver observer;
        observer.refused = [&](const Place& place, std::string_view reason) {
            told += fmt::format("{}:{}: {}\n", fs::path(place.file).filename().string(), place.line,
                                reason);
        };
        observer.warned = [&](const Place& place, std::string_view what) {
            told += fmt::format("{}:{}: warning: {}\n", fs::path(place.file).filename().string(),
                                place.line, what);
        };
        std::uint64_t last_read = 0;
        observer.progressed = [&](const IngestTotals& totals) {
            CHECK(totals.read > last_read);
            last_read = totals.read;
        };
        observer.should_stop = [&] { return last_read >= stop_after; };
        const IngestTotals totals = ingest(
            files, options,
            [&](const archive::Article& a) {
                const auto [at, is_new] = articles.try_emplace(a.id, a);
                if (is_new) return index::AddOutcome::added;
                if (at->second == a) return index::AddOutcome::unchanged;
                at->second = a;
                return index::AddOutcome::replaced;
            },
            observer);
        CHECK(totals.read == totals.added + totals.replaced + totals.unchanged + totals.refused);
        return totals;
    }

    std::map<std::string, archive::Article> articles;
    std::string told;
};

std::string counts(const IngestTotals& totals) {
    return fmt::format("read {}, added {}, replaced {}, unchanged {}, refused {}", totals.read,
                       totals.added, totals.replaced, totals.unchanged, totals.refused);
}

std::string record(const std::string& id, const std::string& title = "t") {
    return "{\"id\":\"" + id + "\",\"title\":\"" + title + "\"}\n";
}

archive::ArchiveFile file(const ScratchFolder& folder, const std::string& name,
                          const std::string& bytes) {
    return {folder.write(name, bytes), name};
}

}  // namespace

TEST_CASE("later records of a file replace earlier ones, another file's are refused") {
    const ScratchFolder folder;
    Run run;
    const IngestTotals totals =
        run.over({file(folder, "a.jsonl", record("1") + record("1", "new") + record("1", "new")),
                  file(folder, "b.jsonl", record("1", "other") + record("2") + record("1", "new")),
                  file(folder, "c.jsonl", record("2", "more") + record("3"))});
    CHECK(counts(totals) == "read 8, added 3, replaced 1, unchanged 1, refused 3");
    CHECK(run.articles.at("1").title == "new");
    CHECK(run.articles.at("2").title == "t");
    CHECK(run.told ==
          "b.jsonl:1: Another file of this run has an article with the id \"1\".\n"
          "b.jsonl:3: Another file of this run has an article with the id \"1\".\n"
          "c.jsonl:1: Another file of this run has an article with the id \"2\".\n");
}

TEST_CASE("options fill only what an article leaves open") {
    const ScratchFolder folder;
    Run run;
    run.options.source = "Given";
    run.options.published = archive::Published{*parse_day_span("2001")};
    run.over({file(folder, "a.jsonl",
                   "{\"id\":\"1\",\"title\":\"t\"}\n"
                   "{\"id\":\"2\",\"title\":\"t\",\"source\":\"Own\",\"published\":\"2019\"}\n"
                   "{\"id\":\"3\",\"title\":\"t\",\"published\":\"soon\"}\n")});
    CHECK(run.articles.at("1").source == "Given");
    CHECK(run.articles.at("1").published->days == *parse_day_span("2001"));
    CHECK(run.articles.at("2").source == "Own");
    CHECK(run.articles.at("2").published->days == *parse_day_span("2019"));
    CHECK(run.articles.at("3").published->days == *parse_day_span("2001"));
    CHECK(run.told ==
          "a.jsonl:3: warning: \"soon\" is not an ISO 8601 date; the article counts as "
          "undated.\n");
}

TEST_CASE("a file that cannot be read costs only itself") {
    const ScratchFolder folder;
    Run run;
    const std::string cut = gzipped(record("2") + record("3"));
    std::vector<archive::ArchiveFile> files = {
        file(folder, "a.jsonl", record("1")),
        {folder.path() / "missing", "missing"},
        {folder.path(), "folder"},
        file(folder, "b.jsonl.gz", gzipped(record("2")) + cut.substr(0, 12)),
        file(folder, "c.bin", std::string(10, '\0')),
        file(folder, "d.jsonl", "{}\n" + record("4") + "{"),
        file(folder, "e.txt", "The last one."),
    };
    const IngestTotals totals = run.over(files);
    CHECK(counts(totals) == "read 10, added 4, replaced 0, unchanged 0, refused 6");
    CHECK(run.articles.contains("1"));
    CHECK(run.articles.contains("2"));
    CHECK(run.articles.contains("4"));
    CHECK(run.articles.at("e.txt").body == "The last one.");
    CHECK(run.told.find("missing:0: \"" + (folder.path() / "missing").string() +
                        "\" could not be opened: No such file or directory.\n") !=
          std::string::npos);
    CHECK(run.told.find("d.jsonl:1: The record has neither a title nor a body.\n") !=
          std::string::npos);
    CHECK(run.told.find("d.jsonl:3: This is not JSON at byte 2: ") != std::string::npos);
}

TEST_CASE("a run stops when it is asked to") {
    const ScratchFolder folder;
    const std::vector<archive::ArchiveFile> files = {
        file(folder, "a.jsonl", record("1") + record("2") + record("3")),
        file(folder, "b.jsonl", record("4"))};
    Run whole;
    CHECK_FALSE(whole.over(files).is_interrupted);
    Run run;
    run.stop_after = 2;
    const IngestTotals totals = run.over(files);
    CHECK(totals.is_interrupted);
    CHECK(counts(totals) == "read 2, added 2, replaced 0, unchanged 0, refused 0");
}

TEST_CASE("bytes of files and of texts are counted") {
    const ScratchFolder folder;
    const std::string bytes =
        gzipped("{\"id\":\"1\",\"title\":\"12\",\"standfirst\":\"345\",\"body\":\"6789\"}\n" +
                record("2", "0"));
    Run run;
    const IngestTotals totals =
        run.over({file(folder, "a.jsonl.gz", bytes), file(folder, "b.txt", "x")});
    CHECK(totals.file_bytes == bytes.size() + 1);
    CHECK(totals.text_bytes == 11);
}

TEST_CASE("what the index refuses is reported, and what it throws ends the run") {
    const ScratchFolder folder;
    const std::vector<archive::ArchiveFile> files = {
        file(folder, "a.jsonl", record("1") + record("2"))};
    std::string told;
    IngestObserver observer;
    observer.refused = [&](const Place&, std::string_view reason) { told = reason; };
    const auto refusing = [](const archive::Article&) { return index::AddOutcome::refused; };
    CHECK(counts(ingest(files, {}, refusing, observer)) ==
          "read 2, added 0, replaced 0, unchanged 0, refused 2");
    CHECK(told == "The id \"2\" has the same key, d4735e3a265e16ee, as another id.");
    const auto throwing = [](const archive::Article&) -> index::AddOutcome {
        throw Error("The disk is full.");
    };
    CHECK(failure([&] { ingest(files, {}, throwing, {}); }) == "The disk is full.");
    CHECK(counts(ingest(files, {}, refusing, {})) ==
          "read 2, added 0, replaced 0, unchanged 0, refused 2");
    CHECK(ingest({}, {}, throwing, {}).read == 0);
}

TEST_CASE("a date that cannot be is told, kept beside the article, and not believed") {
    const ScratchFolder folder;
    const std::string lines =
        "{\"id\":\"ahead\",\"title\":\"t\",\"published\":\"2090-05-10\"}\n"
        "{\"id\":\"epoch\",\"title\":\"t\",\"published\":\"1970-01-01T00:00:00Z\"}\n"
        "{\"id\":\"moon\",\"title\":\"t\",\"published\":\"1969-07-21\"}\n"
        "{\"id\":\"today\",\"title\":\"t\",\"published\":\"2019-05-10\"}\n"
        "{\"id\":\"told\",\"title\":\"t\",\"published\":\"2090-05-10\","
        "\"url\":\"https://courier.example/2019/05/03/talks\"}\n"
        "{\"id\":\"never\",\"title\":\"t\",\"published\":\"2090-05-11\","
        "\"url\":\"https://courier.example/2090/05/10/talks\"}\n"
        "{\"id\":\"early\",\"published\":\"2010-01-01\","
        "\"body\":\"LONDON, May 3, 2019 (Reuters) - The talks went on.\"}\n";
    Run run;
    run.options.latest = std::chrono::year(2019) / 5 / 10;
    run.over({file(folder, "a.jsonl", lines)});
    CHECK(run.told ==
          "a.jsonl:1: warning: The date 2090-05-10 is still to come, and is not believed.\n"
          "a.jsonl:2: warning: The date 1970-01-01 is where computers begin to count, and is not "
          "believed.\n"
          "a.jsonl:5: warning: The date 2090-05-10 is still to come, and is not believed.\n"
          "a.jsonl:6: warning: The date 2090-05-11 is still to come, and is not believed.\n"
          "a.jsonl:6: warning: The date 2090-05-10 is still to come, and is not believed.\n"
          "a.jsonl:7: warning: The date 1 January 2010 is before the day on which the text was "
          "written, 3 May 2019, which counts.\n");
    CHECK_FALSE(run.articles["ahead"].published);
    CHECK(run.articles["ahead"].extra["published"] == "2090-05-10");
    CHECK_FALSE(run.articles["epoch"].published);
    CHECK(run.articles["moon"].published);
    CHECK(run.articles["today"].published);
    // What the address or the text tells takes its place.
    REQUIRE(run.articles["told"].published);
    CHECK(iso_date(run.articles["told"].published->days.first) == "2019-05-03");
    CHECK(run.articles["told"].published->basis == "url");
    CHECK_FALSE(run.articles["never"].published);
    REQUIRE(run.articles["early"].published);
    CHECK(run.articles["early"].published->basis == "dateline");
}

}  // namespace nutgraf::tests::in_ingest_test
