#include "indexer/index/manifest.h"

#include "base/file.h"
#include "base/json.h"
#include "indexer/index/schema.h"
#include "tests/base/scratch_folder.h"
#include "tests/indexer/index/bytes.h"
#include "tests/support/failure.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_manifest_test {

using namespace nutgraf;
using namespace nutgraf::index;
using namespace nutgraf::tests;

namespace {

Manifest made(const std::string& uuid, const JournalPosition& journal,
              const std::vector<std::string>& databases) {
    Manifest manifest;
    manifest.uuid = uuid;
    manifest.journal = journal;
    manifest.databases = databases;
    return manifest;
}

const Manifest manifest =
    made("cafe", {"00000007.zst", 1ULL << 40U, 18'446'744'073'709'551'615U}, {"live/3"});

}  // namespace

TEST_CASE("a manifest comes back as it was written, and replaces the one before") {
    const ScratchFolder folder;
    CHECK_FALSE(read_manifest(folder.path()));
    CHECK_FALSE(read_manifest(folder.path() / "missing"));
    for (const Manifest& m :
         {manifest, made("", {}, {"live/1"}), made("u", {"f", 0, 1}, {"live/1", "live/22"})}) {
        write_manifest(folder.path(), m);
        CHECK(read_manifest(folder.path()) == m);
    }
}

TEST_CASE("a manifest that is damaged or of another format is refused by name and reason") {
    const ScratchFolder folder;
    write_manifest(folder.path(), manifest);
    const std::string whole = read_file(folder.path() / "manifest.json");
    const auto with = [&](const char* member, const Json& value) {
        Json json = *parse_json(whole);
        json[member] = value;
        return to_text(json);
    };
    const auto without = [&](const char* member) {
        Json json = *parse_json(whole);
        json.erase(member);
        return to_text(json);
    };
    const std::string wrong = "lacks a member or has one of the wrong type: ";
    struct Case {
        std::string bytes, reason;
    };
    const Case cases[] = {
        {"", "is damaged. This is not JSON at byte 1: "},
        {std::string(300, '\0'), "is damaged. "},
        {whole.substr(0, whole.size() / 2), "is damaged. "},
        {"[]", wrong},
        {"null", wrong},
        {without("format"), wrong},
        {without("uuid"), wrong},
        {without("sequence"), wrong},
        {without("journal"), wrong},
        {without("databases"), wrong},
        {with("uuid", 7), wrong},
        {with("journal", "x"), wrong},
        {with("sequence", "1"), "is damaged: \"sequence\" is not a whole number from 0."},
        {with("format", format_version + 1),
         "is of format " + std::to_string(format_version + 1) + "; this program reads up to " +
             std::to_string(format_version) + ". Use a newer Nutgraf."},
        {with("format", 0), "is of the older format 0. \"nutgraf-indexer rebuild\" makes"},
        // Were taken for what they are when cut to the type.
        {with("format", 4'294'967'297),
         "is of format 4294967297; this program reads up to 7. Use a newer Nutgraf."},
        {with("format", 1.5), "is damaged: \"format\" is not a whole number from 0."},
        {with("format", true), "is damaged: \"format\" is not a whole number from 0."},
        {with("sequence", -1), "is damaged: \"sequence\" is not a whole number from 0."},
        {with("journal", {{"file", "f"}, {"bytes", -1}}),
         "is damaged: \"bytes\" is not a whole number from 0."},
        // Was read, and the first of no databases opened.
        {with("databases", Json::array()), "is damaged: it names no database."},
        // Were read, and a rebuild would have removed that folder.
        {with("databases", {".."}), "is damaged: \"..\" is no name of a database."},
        {with("databases", {""}), "is damaged: \"\" is no name of a database."},
        {with("databases", {"live/"}), "is damaged: \"live/\" is no name of a database."},
        {with("databases", {"live/1/../../x"}), "is damaged: \"live/1/../../x\" is no name"},
        {with("databases", {"live/99999999999999999999"}), "is damaged: \"live/9999999999999999"},
        {with("databases", {"live/1", "/live/1"}), "is damaged: \"/live/1\" is no name of a "},
    };
    const std::string name =
        "The index manifest \"" + (folder.path() / "manifest.json").string() + "\" ";
    for (const Case& c : cases) {
        CAPTURE(c.bytes);
        overwrite(folder.path() / "manifest.json", c.bytes);
        const std::string message = failure([&] { read_manifest(folder.path()); });
        CAPTURE(message);
        CHECK(message.starts_with(name + c.reason));
    }
}

TEST_CASE("a manifest with any one bit turned over is refused or still a manifest") {
    const ScratchFolder folder;
    write_manifest(folder.path(), manifest);
    const std::string whole = read_file(folder.path() / "manifest.json");
    for (std::size_t at = 0; at < whole.size(); ++at) {
        CAPTURE(at);
        overwrite(folder.path() / "manifest.json", flipped(whole, at, at % 8));
        bool is_there = true;
        const std::string message =
            failure([&] { is_there = read_manifest(folder.path()).has_value(); });
        CHECK(is_there);
        CHECK((message.empty() || message.starts_with("The index manifest \"")));
    }
}

}  // namespace nutgraf::tests::in_manifest_test
