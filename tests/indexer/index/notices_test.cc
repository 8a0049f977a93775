#include "indexer/index/held.h"
#include "indexer/index/index_writer.h"
#include "indexer/index/maintenance.h"
#include "indexer/index/takedown.h"
#include "tests/base/scratch_folder.h"
#include "tests/indexer/index/articles.h"
#include "tests/support/failure.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_notices_test {

using namespace nutgraf;
using namespace nutgraf::index;
using namespace nutgraf::tests;
namespace fs = std::filesystem;

namespace {

constexpr std::chrono::sys_seconds later = noon + std::chrono::hours(24);

archive::Article item(const std::string& id, const std::string& extra,
                      const std::string& body = "Some words.") {
    archive::Article made = article(id, body);
    made.extra = *parse_json(extra);
    return made;
}

archive::Article notice(const std::string& id, const std::string& head) {
    archive::Article made;
    made.id = id;
    made.title = head;
    made.body = "It is wrong.";
    return made;
}

/// "id kind", of what notices hide, one a line.
std::string hidden(const fs::path& place) {
    IndexReader reader(place);
    std::string lines;
    for (const HeldArticle& held : all_held(reader.database()))
        lines += held.id + " " + std::string(archive::name_of(held.kind)) + "\n";
    return lines;
}

/// Adds to an index and commits; what that came to.
AddOutcome add(const fs::path& place, const archive::Article& article,
               std::chrono::sys_seconds seen = noon) {
    IndexWriter writer(place);
    const AddOutcome outcome = writer.add(article, seen);
    writer.commit();
    return outcome;
}

/// Whether the index is what its journal makes, now and when it is made anew.
void check_whole(const fs::path& place) {
    CHECK(faults_of(place) == "");
    const auto articles = searchable(place);
    const std::string held = hidden(place);
    rebuild_index(place, [](std::uint64_t) {});
    CHECK(searchable(place) == articles);
    CHECK(hidden(place) == held);
    CHECK(faults_of(place) == "");
}

}  // namespace

TEST_CASE("a kill hides the article it names, whatever comes again but a later version") {
    const ScratchFolder folder;
    const fs::path place = folder.path() / "index";
    const auto first = item("1", R"({"version":"1"})");
    make_index(place, 2);
    add(place, first);
    const auto kill = item("1", R"({"status":"canceled","version":"2"})");
    CHECK(add(place, kill) == AddOutcome::killed);
    CHECK(searchable(place) == std::set<std::string>{"2=Some words."});
    CHECK(hidden(place) == "1 kill\n");
    check_whole(place);
    CHECK(add(place, kill) == AddOutcome::unchanged);
    CHECK(add(place, first) == AddOutcome::unchanged);
    CHECK(add(place, article("1", "Of no version.")) == AddOutcome::unchanged);
    CHECK(searchable(place) == std::set<std::string>{"2=Some words."});
    CHECK(add(place, item("1", R"({"version":"3"})", "Mended.")) == AddOutcome::added);
    CHECK(searchable(place) == std::set<std::string>{"1=Mended.", "2=Some words."});
    CHECK(hidden(place).empty());
    // The kill again, of an earlier version than what has come since.
    CHECK(add(place, kill) == AddOutcome::unchanged);
    CHECK(searchable(place).size() == 2);
    check_whole(place);
}

TEST_CASE("a kill that comes before its article keeps it out") {
    const ScratchFolder folder;
    const fs::path place = folder.path() / "index";
    archive::Article kill;
    kill.id = "1";
    kill.extra = *parse_json(R"({"status":"canceled","version":"2"})");
    CHECK(add(place, kill) == AddOutcome::killed);
    CHECK(add(place, item("1", R"({"version":"1"})")) == AddOutcome::unchanged);
    CHECK(searchable(place).empty());
    check_whole(place);
}

TEST_CASE("a text kills by id or by the one headline it names, and of its own source alone") {
    struct Case {
        const char* head;
        const char* source;
        AddOutcome outcome;
        const char* hidden;
    };
    const Case cases[] = {
        {"MANDATORY KILL: 2", "", AddOutcome::killed, "2 kill\n"},
        {"KILL - About 2", "", AddOutcome::killed, "2 kill\n"},
        {"KILL: ABOUT 2", "", AddOutcome::killed, "2 kill\n"},
        {"WITHHOLD: \"About 2\"", "", AddOutcome::withheld, "2 withhold\n"},
        {"KILL: About", "", AddOutcome::added, ""},  // No headline is that.
        {"KILL: Twice", "", AddOutcome::added, ""},  // Two are.
        {"KILL: 2", "Another paper", AddOutcome::added, ""},
        {"KILL: notice", "", AddOutcome::added, ""},  // Itself.
    };
    for (const Case& c : cases) {
        CAPTURE(c.head);
        const ScratchFolder folder;
        const fs::path place = folder.path() / "index";
        make_index(place, 3);
        for (const char* id : {"twice", "again"}) {
            archive::Article same = article(id);
            same.title = "Twice";
            add(place, same);
        }
        archive::Article made = notice("notice", c.head);
        made.source = c.source;
        CHECK(add(place, made) == c.outcome);
        CHECK(hidden(place) == c.hidden);
        const bool is_notice = c.outcome != AddOutcome::added;
        CHECK(searchable(place).size() == (is_notice ? 4 : 6));
        // Everything again changes nothing.
        CHECK(add(place, made) == AddOutcome::unchanged);
        CHECK(add(place, article("2")) == AddOutcome::unchanged);
        CHECK(hidden(place) == c.hidden);
        check_whole(place);
    }
}

TEST_CASE("what is withheld is hidden until a later version, or another text, may be used") {
    const ScratchFolder folder;
    const fs::path place = folder.path() / "index";
    make_index(place, 2);
    const auto withheld = item("1", R"({"status":"withheld"})");
    CHECK(add(place, withheld) == AddOutcome::withheld);
    CHECK(hidden(place) == "1 withhold\n");
    CHECK(searchable(place) == std::set<std::string>{"2=Some words."});
    CHECK(add(place, article("1")) == AddOutcome::unchanged);  // That is what is withheld.
    CHECK(add(place, withheld) == AddOutcome::unchanged);
    CHECK(add(place, article("1", "Mended.")) == AddOutcome::added);
    CHECK(searchable(place) == std::set<std::string>{"1=Mended.", "2=Some words."});
    CHECK(hidden(place).empty());
    check_whole(place);
}

TEST_CASE("what is under embargo comes in when its time has come, once") {
    const ScratchFolder folder;
    const fs::path place = folder.path() / "index";
    make_index(place, 1);
    // Noon of 11 May 2019 in UTC.
    const auto held = item("2", R"({"embargoed":"2019-05-11T14:00:00+02:00"})", "Figures.");
    CHECK(add(place, held) == AddOutcome::embargoed);
    CHECK(add(place, held) == AddOutcome::unchanged);
    CHECK(hidden(place) == "2 embargo\n");
    CHECK(searchable(place) == std::set<std::string>{"1=Some words."});
    check_whole(place);
    {
        IndexWriter writer(place);
        CHECK(writer.next_release() == later);
        CHECK(writer.release_due(later - std::chrono::seconds(1)) == 0);
        CHECK(writer.release_due(later) == 1);
        CHECK(writer.release_due(later) == 0);
        CHECK_FALSE(writer.next_release());
        writer.commit();
    }
    CHECK(searchable(place) == std::set<std::string>{"1=Some words.", "2=Figures."});
    CHECK(hidden(place).empty());
    CHECK(add(place, held, later) == AddOutcome::unchanged);
    check_whole(place);
}

TEST_CASE("an embargo without an end is lifted by hand, or by a version without it") {
    const ScratchFolder folder;
    const fs::path place = folder.path() / "index";
    for (const char* id : {"1", "2"})
        CHECK(add(place, item(id, R"({"status":"embargoed"})")) == AddOutcome::embargoed);
    {
        IndexWriter writer(place);
        CHECK(writer.release_due(later + std::chrono::years(100)) == 0);
        CHECK(writer.release("1", later));
        CHECK_FALSE(writer.release("1", later));
        CHECK_FALSE(writer.release("nobody", later));
        writer.commit();
    }
    CHECK(add(place, article("2", "Free.")) == AddOutcome::added);
    CHECK(searchable(place) == std::set<std::string>{"1=Some words.", "2=Free."});
    check_whole(place);
}

TEST_CASE("a correction replaces an article and says when") {
    const ScratchFolder folder;
    const fs::path place = folder.path() / "index";
    const auto first = item("1", R"({"version":"1"})", "The minister is Ann Lea.");
    add(place, first);
    const auto second =
        item("1", R"({"version":"2","signal":"correction"})", "The minister is Ann Lee.");
    CHECK(add(place, second, later) == AddOutcome::corrected);
    const archive::Article kept = stored(place, "1");
    CHECK(kept.body == "The minister is Ann Lee.");
    CHECK(kept.extra.at("corrected") == "2019-05-11T12:00:00Z");
    CHECK(add(place, second, later) == AddOutcome::unchanged);
    CHECK(add(place, first, later) == AddOutcome::unchanged);  // It is the earlier version.
    const auto third = item("1", R"({"version":"3"})", "The minister was Ann Lee.");
    CHECK(add(place, third, later) == AddOutcome::replaced);
    CHECK(stored(place, "1").extra.at("corrected") == "2019-05-11T12:00:00Z");
    CHECK(add(place, third, later) == AddOutcome::unchanged);
    check_whole(place);
}

TEST_CASE("a text that corrects is noted with the article it names, whose text stays") {
    const ScratchFolder folder;
    const fs::path place = folder.path() / "index";
    make_index(place, 2);
    const auto correction = notice("c", "CORRECTION: About 1");
    CHECK(add(place, correction, later) == AddOutcome::corrected);
    const archive::Article kept = stored(place, "1");
    CHECK(kept.body == "Some words.");
    CHECK(kept.extra.at("corrections") ==
          *parse_json(R"([{"on":"2019-05-11T12:00:00Z","notice":"c","text":"It is wrong."}])"));
    CHECK(add(place, correction, later) == AddOutcome::unchanged);
    CHECK(add(place, article("1"), later) == AddOutcome::unchanged);
    check_whole(place);
}

TEST_CASE("what hides an article says who did when, and nothing of its text") {
    HeldArticle held;
    held.id = "wire-17";
    held.at = noon;
    held.reason = "It named the source.";
    CHECK(sentence_of(held) ==
          "The article \"wire-17\" was killed on 10 May 2019 by a later version of its own.");
    held.kind = archive::NoticeKind::withhold;
    held.notice = "wire-18";
    CHECK(sentence_of(held) ==
          "The article \"wire-17\" was withheld on 10 May 2019 by the notice \"wire-18\".");
    held.kind = archive::NoticeKind::embargo;
    CHECK(sentence_of(held).empty());
    held.until = later;
    held.article = article("wire-17");
    CHECK(to_json(held_from(to_json(held))) == to_json(held));
    CHECK(failure([] {
              held_from(Json::object());
          }).starts_with("The record of a held article cannot be read: "));
}

TEST_CASE("an article that is hidden can be taken down") {
    const ScratchFolder folder;
    const fs::path place = folder.path() / "index";
    make_index(place, 2);
    add(place, item("1", R"({"status":"withheld"})"));
    const Takedown result = take_down(place, {"1"}, later, {});
    CHECK(result.removed == std::vector<std::string>{"1"});
    CHECK(result.changes == 2);
    CHECK(hidden(place).empty());
    check_whole(place);
}

}  // namespace nutgraf::tests::in_notices_test
