#include "indexer/index/verify.h"

#include "base/file.h"
#include "indexer/index/maintenance.h"
#include "tests/base/scratch_folder.h"
#include "tests/indexer/index/articles.h"
#include "tests/indexer/index/bytes.h"
#include "tests/support/failure.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_verify_test {

using namespace nutgraf;
using namespace nutgraf::index;
using namespace nutgraf::tests;
namespace fs = std::filesystem;

namespace {

/// The faults, one a line, with the folder's name taken off.
std::string faults(const fs::path& place) {
    std::string lines = faults_of(place);
    const std::string name = place.string() + "/";
    for (std::size_t at = 0; (at = lines.find(name)) != std::string::npos;)
        lines.erase(at, name.size());
    return lines;
}

/// Lets Xapian change the database behind the index's back.
template <class Deed>
void tamper(const fs::path& place, const Deed& deed) {
    Xapian::WritableDatabase database((place / "live" / "1").string(), Xapian::DB_OPEN);
    deed(database);
    database.commit();
}

Xapian::docid document_of(const fs::path& place, const std::string& id) {
    return *IndexReader(place).find(id);
}

}  // namespace

TEST_CASE("a sound index has no faults, and its parts are counted") {
    const ScratchFolder folder;
    const fs::path place = folder.path() / "index";
    { const IndexWriter writer(place); }
    CHECK(faults(place) == "");
    make_index(place, 5);
    {
        IndexWriter writer(place);
        writer.remove("2", noon);
        writer.add(article("3", "new"), noon);
        // Was called structurally damaged: only names, and no words.
        archive::Article wordless = article("…", "—");
        wordless.title = "…";
        wordless.byline = {"Ann Lee"};
        writer.add(wordless, noon);
        writer.commit();
        writer.add(article("6"), noon);
        writer.flush();
    }
    const Verification verification = verify_index(place);
    CHECK(faults(place) == "");
    CHECK(verification.changes == 9);
    CHECK(verification.articles == 5);
    CHECK(verification.waiting == 1);
}

TEST_CASE("an article altered, missing or added in the database is named") {
    const ScratchFolder folder;
    const fs::path place = folder.path() / "index";
    make_index(place, 4);
    CHECK(faults(place) == "");
    const auto one = document_of(place, "1");
    const auto two = document_of(place, "2");
    const auto three = document_of(place, "3");
    tamper(place, [&](Xapian::WritableDatabase& database) {
        Xapian::Document altered = database.get_document(one);
        altered.set_data(RecordCodec().encoded({article("1", "Other words."), "en"}));
        database.replace_document(one, altered);
        database.delete_document(two);
        Xapian::Document unreadable = database.get_document(three);
        unreadable.set_data(flipped(unreadable.get_data(), 20));
        database.replace_document(three, unreadable);
        Xapian::Document added;
        added.set_data(RecordCodec().encoded({article("9"), "en"}));
        database.add_document(added);
    });
    const std::string found = faults(place);
    CAPTURE(found);
    for (const std::string fault :
         {"The article \"1\" differs from the journal's.\n",
          "The article \"2\" is in the journal and not in the database.\n",
          "An article's record in the index is damaged; run \"nutgraf-indexer verify\"",
          "The article \"9\" is in the database and not in the journal.\n"})
        CHECK(found.find(fault) != std::string::npos);
    CHECK(found.find("\"4\"") == std::string::npos);
    // A rebuild is the remedy.
    rebuild_index(place, [](std::uint64_t) {});
    CHECK(faults(place) == "");
}

TEST_CASE("a flipped byte anywhere in the journal is found") {
    const ScratchFolder folder;
    const fs::path place = folder.path() / "index";
    const fs::path journal = place / "articles" / "00000001.zst";
    make_index(place, 1);
    {
        IndexWriter writer(place);
        writer.add(article("2"), noon);
        writer.commit();
    }
    const std::string whole = read_file(journal);
    for (std::size_t at = 0; at < whole.size(); at += 3) {
        CAPTURE(at);
        overwrite(journal, flipped(whole, at, at % 8));
        const std::string found = faults(place);
        CHECK((found.find("The journal \"articles/00000001.zst\" is damaged at byte ") == 0 ||
               found.find("The journal ends at record 1; the database has 2.") == 0));
    }
    fs::remove(journal);
    CHECK(faults(place).find("The journal ends at record 0; the database has 2.") == 0);
}

TEST_CASE("a table that is cut, overwritten or missing is found, and nothing is put in its place") {
    const ScratchFolder folder;
    const fs::path place = folder.path() / "index";
    const fs::path table = place / "live" / "1" / "postlist.glass";
    make_index(place, 50);
    const std::string whole = read_file(table);
    for (const std::string& bytes :
         {whole.substr(0, whole.size() / 2), whole.substr(0, 100), std::string(),
          std::string(whole.size(), '\0'), std::string(whole.size(), '\xFF')}) {
        overwrite(table, bytes);
        std::string found;
        const std::string message = failure([&] { found = faults(place); });
        CHECK((found + message).find("live/1") != std::string::npos);
        CHECK(read_file(table) == bytes);
    }
    fs::remove(table);
    CHECK(failure([&] { verify_index(place); }).find("live/1") != std::string::npos);
    CHECK_FALSE(fs::exists(table));
    rebuild_index(place, [](std::uint64_t) {});
    CHECK(faults(place) == "");
}

TEST_CASE("where there is no index, there is nothing to check") {
    const ScratchFolder folder;
    CHECK(failure([&] {
              verify_index(folder.path());
          }).starts_with("There is no index in \"" + folder.path().string() + "\"."));
    CHECK(fs::is_empty(folder.path()));
}

}  // namespace nutgraf::tests::in_verify_test
