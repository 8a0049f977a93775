#include "indexer/index/article_versions.h"

#include "indexer/index/index_writer.h"
#include "indexer/index/maintenance.h"
#include "tests/base/scratch_folder.h"
#include "tests/indexer/index/articles.h"
#include "tests/support/failure.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace nutgraf::tests::in_article_versions_test {

using namespace nutgraf;
using namespace nutgraf::index;
using namespace nutgraf::tests;
namespace fs = std::filesystem;

namespace {

/// Noon, so many hours later.
std::chrono::sys_seconds at(int hours) {
    return noon + std::chrono::hours(hours);
}

archive::Article titled(const std::string& title, const std::string& body) {
    archive::Article made = article("1", body);
    made.title = title;
    return made;
}

archive::Article with_extra(archive::Article article, const std::string& extra) {
    article.extra = *parse_json(extra);
    return article;
}

/// "1 About 1: Some words. 0-2" a line: number, title, text, and the hours at which it came and
/// went; then "since 2" for the present one.
std::string told(const ArticleVersions& versions) {
    const auto hour = [](std::chrono::sys_seconds instant) {
        return std::chrono::duration_cast<std::chrono::hours>(instant - noon).count();
    };
    std::string lines;
    for (std::size_t i = 0; i < versions.kept.size(); ++i) {
        const FormerVersion& version = versions.kept[i];
        lines += fmt::format("{} {}: {} {}-{}\n", number_of(versions, i), version.title,
                             version.text, hour(version.seen), hour(version.replaced));
    }
    return lines + fmt::format("since {}", hour(versions.since));
}

/// Adds to an index at an hour, and commits.
AddOutcome add(const fs::path& place, const archive::Article& article, int hour) {
    IndexWriter writer(place);
    const AddOutcome outcome = writer.add(article, at(hour));
    writer.commit();
    return outcome;
}

/// Whether the journal makes the same versions anew.
void check_rebuilt(const fs::path& place) {
    CHECK(faults_of(place) == "");
    const ArticleVersions before = versions_of(place, "1");
    rebuild_index(place, [](std::uint64_t) {});
    CHECK(versions_of(place, "1") == before);
    CHECK(faults_of(place) == "");
}

}  // namespace

TEST_CASE("what replaces an article is a new version when its words or headline are others") {
    struct Case {
        archive::Article next;
        const char* versions;
    };
    const std::string old = "The union\ncalled a strike.";
    archive::Article moved = titled("Strike", old);
    moved.section = "Business";
    archive::Article led = titled("Strike", "called a strike.");
    led.standfirst = "The union";
    const Case cases[] = {
        {moved, "since 0"},
        {led, "since 0"},  // The same words of a reader's.
        {titled("Strike", "The union called \u00A0 a\u3000strike. "), "since 0"},
        {titled("  Strike", "The\r\nunion\tcalled a strike.\u2003"), "since 0"},
        {titled("Strike over", old), "1 Strike: The union\ncalled a strike. 0-2\nsince 2"},
        {titled("Strike", "The union called a strike"),
         "1 Strike: The union\ncalled a strike. 0-2\nsince 2"},
        {titled("Strike", "The union called astrike."),
         "1 Strike: The union\ncalled a strike. 0-2\nsince 2"},
        {titled("", ""), "1 Strike: The union\ncalled a strike. 0-2\nsince 2"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.next.title);
        CAPTURE(c.next.body);
        const ScratchFolder folder;
        const fs::path place = folder.path() / "index";
        add(place, titled("Strike", old), 0);
        CHECK(told(versions_of(place, "1")) == "since 0");
        CHECK(add(place, c.next, 2) == AddOutcome::replaced);
        CHECK(told(versions_of(place, "1")) == c.versions);
        CHECK(add(place, c.next, 3) == AddOutcome::unchanged);
        CHECK(told(versions_of(place, "1")) == c.versions);
        check_rebuilt(place);
    }
}

TEST_CASE("a version has the dates it had, and came in when its text did") {
    const ScratchFolder folder;
    const fs::path place = folder.path() / "index";
    archive::Article first = titled("Strike", "One.");
    first.updated = "2019-05-10T11:00:00Z";
    const std::chrono::sys_days day = std::chrono::floor<std::chrono::days>(noon);
    first.published = archive::Published{{day, day}};
    add(place, first, 0);
    archive::Article moved = first;
    moved.section = "Business";
    add(place, moved, 1);
    add(place, titled("Strike", "Two."), 2);
    const ArticleVersions versions = versions_of(place, "1");
    CHECK(told(versions) == "1 Strike: One. 0-2\nsince 2");
    CHECK(versions.kept[0].updated == first.updated);
    CHECK(versions.kept[0].published == first.published);
}

TEST_CASE("several changes in one batch are a version each, a former text again too") {
    const ScratchFolder folder;
    const fs::path place = folder.path() / "index";
    {
        IndexWriter writer(place);
        for (int i = 0; i < 4; ++i) writer.add(titled("T", i % 2 == 0 ? "Even." : "Odd."), at(i));
        writer.commit();
    }
    CHECK(told(versions_of(place, "1")) ==
          "1 T: Even. 0-1\n2 T: Odd. 1-2\n3 T: Even. 2-3\nsince 3");
    check_rebuilt(place);
}

TEST_CASE("twenty versions are kept, and it is known how many there were") {
    const ScratchFolder folder;
    const fs::path place = folder.path() / "index";
    constexpr int changes = 25;
    for (int i = 0; i <= changes; ++i) add(place, titled("T", fmt::format("Text {}.", i)), i);
    const ArticleVersions versions = versions_of(place, "1");
    CHECK(versions.former == changes);
    REQUIRE(versions.kept.size() == most_kept_versions);
    CHECK(versions.kept.front().text == "Text 5.");
    CHECK(number_of(versions, 0) == 6);
    CHECK(versions.kept.back().text == "Text 24.");
    CHECK(number_of(versions, 19) == 25);
    check_rebuilt(place);
}

TEST_CASE("of long texts as many are kept as have a mebibyte together, and of a longer one none") {
    const auto grown = [](ArticleVersions versions, std::size_t bytes, std::size_t next) {
        const std::string title = "T";
        return versions_after(std::move(versions),
                              titled(title, std::string(bytes - title.size(), 'x')),
                              titled(title, std::string(next, 'y')), noon);
    };
    ArticleVersions versions = grown({}, most_kept_bytes / 2, 1);
    CHECK(versions.kept.size() == 1);
    versions = grown(std::move(versions), most_kept_bytes / 2, 1);
    CHECK(versions.kept.size() == 2);  // Just as much as may be.
    versions = grown(std::move(versions), 2, 1);
    CHECK(versions.kept.size() == 2);
    CHECK(number_of(versions, 0) == 2);
    versions = grown(std::move(versions), most_kept_bytes + 1, 1);
    CHECK(versions.kept.empty());
    CHECK(versions.former == 4);
    CHECK(grown(std::move(versions), 5, 1).kept.size() == 1);
}

TEST_CASE("an article that was removed or hidden comes in again without former versions") {
    const ScratchFolder folder;
    const fs::path place = folder.path() / "index";
    const auto change = [&] {
        add(place, article("1", "One."), 0);
        add(place, article("1", "Two."), 1);
        REQUIRE(versions_of(place, "1").former == 1);
    };
    change();
    {
        IndexWriter writer(place);
        writer.remove("1", at(2));
        writer.commit();
    }
    CHECK(add(place, article("1", "Three."), 3) == AddOutcome::added);
    CHECK(told(versions_of(place, "1")) == "since 3");
    check_rebuilt(place);

    add(place, article("1", "Four."), 4);
    CHECK(add(place, with_extra(article("1", "Five."), R"({"status":"withheld"})"), 5) ==
          AddOutcome::withheld);
    CHECK(versions_of(place, "1") == ArticleVersions{});
    {
        IndexWriter writer(place);
        CHECK(writer.release("1", at(6)));
        writer.commit();
    }
    CHECK(told(versions_of(place, "1")) == "since 6");
    check_rebuilt(place);

    CHECK(add(place, with_extra(article("1", "Six."), R"({"status":"canceled","version":"2"})"),
              7) == AddOutcome::killed);
    CHECK(add(place, with_extra(article("1", "Seven."), R"({"version":"3"})"), 8) ==
          AddOutcome::added);
    CHECK(told(versions_of(place, "1")) == "since 8");
    check_rebuilt(place);
}

TEST_CASE("a correction keeps the former version as any change does, and says that it is one") {
    const ScratchFolder folder;
    const fs::path place = folder.path() / "index";
    add(place, article("1", "Ann Lea."), 0);
    add(place, article("1", "Ann Leah."), 1);
    CHECK(add(place, with_extra(article("1", "Ann Lee."), R"({"signal":"correction"})"), 2) ==
          AddOutcome::corrected);
    CHECK(told(versions_of(place, "1")) ==
          "1 About 1: Ann Lea. 0-1\n2 About 1: Ann Leah. 1-2\nsince 2");
    const archive::Article corrected = stored(place, "1");
    CHECK(corrected.extra.at("corrected") == "2019-05-10T14:00:00Z");
    CHECK_FALSE(corrected.extra.contains("versions"));
    // A correction that comes as a text of its own changes nothing that the article says.
    archive::Article note = article("c", "It is wrong.");
    note.title = "CORRECTION: About 1";
    CHECK(add(place, note, 3) == AddOutcome::corrected);
    CHECK(versions_of(place, "1").former == 2);
    check_rebuilt(place);
}

TEST_CASE("changes that come again after a crash between databases and manifest make no versions") {
    const ScratchFolder folder;
    const fs::path place = folder.path() / "index";
    add(place, article("1", "One."), 0);
    const Manifest before = *read_manifest(place);
    {
        IndexWriter writer(place);
        for (int i = 1; i < 4; ++i) writer.add(article("1", fmt::format("Change {}.", i)), at(i));
        writer.commit();
    }
    const ArticleVersions versions = versions_of(place, "1");
    REQUIRE(versions.former == 3);
    write_manifest(place, before);  // As if the writer had been killed before it wrote the next.
    { const IndexWriter writer(place); }
    CHECK(versions_of(place, "1") == versions);
    check_rebuilt(place);
}

TEST_CASE("a journal of before has its former versions among the extras, and makes the same") {
    const ScratchFolder folder;
    const fs::path place = folder.path() / "index";
    add(place, article("1", "Ann Lea."), 0);
    const std::string history = R"({"corrected":"2019-05-10T13:00:00Z",
        "versions":[{"replaced":"2019-05-10T13:00:00Z","text":"Ann Lea.","title":"About 1"}]})";
    add(place, with_extra(article("1", "Ann Lee."), history), 1);
    CHECK(told(versions_of(place, "1")) == "1 About 1: Ann Lea. 0-1\nsince 1");
    // They do not go on growing there.
    add(place, article("1", "Ann Leigh."), 2);
    CHECK_FALSE(stored(place, "1").extra.contains("versions"));
    CHECK(stored(place, "1").extra.contains("corrected"));
    CHECK(versions_of(place, "1").former == 2);
    check_rebuilt(place);
}

}  // namespace nutgraf::tests::in_article_versions_test
