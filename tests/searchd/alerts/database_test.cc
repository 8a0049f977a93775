#include "searchd/alerts/database.h"

#include "tests/base/scratch_folder.h"
#include "tests/support/failure.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <optional>
#include <thread>

namespace nutgraf::tests::in_database_test {

using namespace nutgraf;
using alerts::Database;
using alerts::Transaction;
using tests::failure;
using tests::ScratchFolder;

namespace {

std::int64_t rows(Database& database) {
    auto row = database.query("SELECT count(*) FROM t");
    return row.next() ? row.number(0) : -1;
}

}  // namespace

TEST_CASE("a file that was put aside is told from the one in its place, and does not harm it") {
    const ScratchFolder folder;
    const auto path = folder.path() / "x.db";
    {
        std::optional<Database> old(std::in_place, path);
        old->run("CREATE TABLE t (x)");
        CHECK(old->is_at_its_path());
        std::filesystem::rename(path, folder.path() / "aside.db");
        CHECK_FALSE(old->is_at_its_path());
        std::filesystem::remove(folder.path() / "x.db-wal");
        std::filesystem::remove(folder.path() / "x.db-shm");
        Database fresh(path);
        fresh.run("CREATE TABLE t (x)");
        fresh.run("INSERT INTO t VALUES (1)");
        old.reset();
        CHECK(std::filesystem::exists(folder.path() / "x.db-wal"));
        CHECK(fresh.is_at_its_path());
    }
    Database fresh(path);
    CHECK(rows(fresh) == 1);
}

TEST_CASE("a new database belongs to its owner alone, like the files beside it") {
    const ScratchFolder folder;
    const auto path = folder.path() / "deep" / "er" / "x.db";
    Database database(path);
    database.run("CREATE TABLE t (a)");
    for (const char* const suffix : {"", "-wal", "-shm"}) {
        CAPTURE(suffix);
        struct stat status {};
        REQUIRE(::stat((path.string() + suffix).c_str(), &status) == 0);
        CHECK((status.st_mode & 0777U) == 0600U);
    }
}

TEST_CASE("what was committed survives a power cut: the log is written ahead and synced") {
    const ScratchFolder folder;
    Database database(folder.path() / "x.db");
    struct Case {
        const char* pragma;
        const char* value;
    };
    const Case cases[] = {{"journal_mode", "wal"},
                          {"synchronous", "2"},
                          {"foreign_keys", "1"},
                          {"trusted_schema", "0"},
                          {"busy_timeout", "5000"}};
    for (const Case& c : cases) {
        CAPTURE(c.pragma);
        auto row = database.query(std::string("PRAGMA ") + c.pragma);
        REQUIRE(row.next());
        CHECK(row.text(0) == c.value);
    }
}

TEST_CASE("values go in and come out as they are, NUL and all") {
    const ScratchFolder folder;
    Database database(folder.path() / "x.db");
    database.run("CREATE TABLE t (number INTEGER, text TEXT, missing TEXT)");
    const std::string text("a\0'\"; DROP TABLE t; \xE5\x8D\x8E", 23);
    database.run("INSERT INTO t (number, text) VALUES (?, ?)", {std::int64_t{-7}, text});
    CHECK(database.last_row() == 1);
    auto row = database.query("SELECT * FROM t WHERE text = ?", {text});
    REQUIRE(row.next());
    CHECK(row.number(0) == -7);
    CHECK(row.text(1) == text);
    CHECK(row.text(2).empty());
    CHECK(!row.next());
}

TEST_CASE("a transaction takes effect whole or not at all") {
    const ScratchFolder folder;
    Database database(folder.path() / "x.db");
    database.run("CREATE TABLE t (a)");
    {
        Transaction transaction(database);
        CHECK(database.run("INSERT INTO t VALUES (1), (2)") == 2);
    }
    CHECK(rows(database) == 0);
    {
        Transaction transaction(database);
        database.run("INSERT INTO t VALUES (1)");
        transaction.commit();
    }
    CHECK(rows(database) == 1);
    CHECK(rows(*std::make_unique<Database>(database.path())) == 1);
}

TEST_CASE("a transaction that fails in the middle leaves the database usable") {
    const ScratchFolder folder;
    Database database(folder.path() / "x.db");
    database.run("CREATE TABLE t (a UNIQUE)");
    CHECK(failure([&] {
              Transaction transaction(database);
              database.run("INSERT INTO t VALUES (1)");
              database.run("INSERT INTO t VALUES (1)");
          }) == "The alerts in \"" + database.path().string() +
                    "\" could not be written: UNIQUE constraint failed: t.a.");
    CHECK(rows(database) == 0);
    Transaction(database).commit();
}

TEST_CASE("writers wait for one another") {
    const ScratchFolder folder;
    const auto path = folder.path() / "x.db";
    Database(path).run("CREATE TABLE t (a)");
    const auto write = [&] {
        Database database(path);
        for (int i = 0; i < 50; ++i) {
            Transaction transaction(database);
            database.run("INSERT INTO t VALUES (?)", {std::int64_t{i}});
            transaction.commit();
        }
    };
    {
        std::jthread first(write);
        std::jthread second(write);
    }
    Database database(path);
    CHECK(rows(database) == 100);
}

TEST_CASE("what cannot be opened is refused by name, and stays as it is") {
    const ScratchFolder folder;
    const auto text = folder.write("text.db", std::string(5000, 'x'));
    CHECK(failure([&] { Database database(text); }) ==
          "\"" + text.string() + "\" is not a file of alerts.");
    CHECK(std::filesystem::file_size(text) == 5000);
    const auto below = text / "x.db";
    CHECK(failure([&] { Database database(below); }).starts_with("The folder \""));
    CHECK(failure([&] { Database database(folder.path()); }).ends_with('.'));
}

TEST_CASE("damage is found when a database is opened") {
    const ScratchFolder folder;
    const auto path = folder.path() / "x.db";
    {
        Database database(path);
        database.run("CREATE TABLE t (a)");
        Transaction transaction(database);
        for (int i = 0; i < 2000; ++i)
            database.run("INSERT INTO t VALUES (?)", {std::string(50, 'a')});
        transaction.commit();
    }
    std::filesystem::resize_file(path, std::filesystem::file_size(path) / 2);
    const std::string said = failure([&] { Database database(path); });
    CAPTURE(said);
    CHECK(said.find(path.string()) != std::string::npos);
    CHECK(said.ends_with('.'));
}

}  // namespace nutgraf::tests::in_database_test
