#include "searchd/alerts/store.h"

#include "searchd/alerts/store_format.h"
#include "tests/searchd/alerts/bench.h"
#include "tests/support/failure.h"

#include <doctest/doctest.h>

namespace nutgraf::tests::in_store_test {

using namespace nutgraf;
using namespace nutgraf::alerts;
using tests::AlertBench;
using tests::failure;
using tests::noon;
using tests::ScratchFolder;

namespace {

NewAlert named(const std::string& name) {
    return {name, {"huawei ban", {"Courier"}}, Repeats::every_version, "cat", "secret", noon};
}

std::string refusal(Store& store, const NewAlert& wanted) {
    const auto alert = store.add(wanted);
    return alert ? "" : alert.error().message;
}

}  // namespace

TEST_CASE("an alert comes back as it was made, also when the store is opened again") {
    const ScratchFolder folder;
    const auto path = folder.path() / "alerts.db";
    AlertId id;
    std::string uuid;
    {
        Store store(path);
        NewAlert wanted = named("Huawei & Co");
        wanted.start = Cursor{"some-index", 7, 7};
        const auto alert = store.add(wanted);
        REQUIRE(alert);
        id = alert->id;
        uuid = alert->uuid;
    }
    Store store(path);
    const auto alert = store.alert_named("Huawei & Co");
    REQUIRE(alert);
    CHECK(alert->id == id);
    CHECK(alert->uuid == uuid);
    CHECK(alert->query == SavedQuery{"huawei ban", {"Courier"}});
    CHECK(alert->repeats == Repeats::every_version);
    CHECK(alert->created == noon);
    CHECK(!alert->is_paused);
    CHECK(alert->command == "cat");
    CHECK(store.alert(id)->name == "Huawei & Co");
    CHECK(store.outbox().cursor(id, "some-index") == Cursor{"some-index", 7, 7});
    CHECK(!store.outbox().cursor(id, "another"));
}

TEST_CASE("names are unique single lines") {
    const ScratchFolder folder;
    Store store(folder.path() / "alerts.db");
    CHECK(refusal(store, named("a")).empty());
    struct Case {
        std::string name, message;
    };
    const Case cases[] = {
        {"a", "There is an alert \"a\" already."},
        {"", "The name of an alert is not empty and has no spaces around it."},
        {" a", "The name of an alert is not empty and has no spaces around it."},
        {"a ", "The name of an alert is not empty and has no spaces around it."},
        {"a\nb", "The name of an alert is one line of text."},
        {"a\x1B[2J", "The name of an alert is one line of text."},
        {"a\xE2\x80\xAE", "The name of an alert is one line of text."},
        {"a\xFF", "The name of an alert is one line of text."},
        {std::string(101, 'a'), "The name of an alert has 100 bytes at most."},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(refusal(store, named(c.name)) == c.message);
    }
    CHECK(store.alerts().size() == 1);
}

TEST_CASE("alerts are listed by name") {
    const ScratchFolder folder;
    Store store(folder.path() / "alerts.db");
    for (const char* const name : {"b", "c", "a"}) CHECK(refusal(store, named(name)).empty());
    std::string names;
    for (const Alert& alert : store.alerts()) names += alert.name;
    CHECK(names == "abc");
}

TEST_CASE("a change takes effect whole or not at all, and the rest of the alert stays") {
    const ScratchFolder folder;
    Store store(folder.path() / "alerts.db");
    const AlertId id = store.add(named("a"))->id;
    CHECK(refusal(store, named("b")).empty());
    const auto refused =
        store.change(id, {.name = "b", .query = SavedQuery{"x"}, .is_paused = true});
    REQUIRE(!refused);
    CHECK(refused.error().member == "name");
    CHECK(!store.alert(id)->is_paused);
    CHECK(store.alert(id)->query.text == "huawei ban");

    const auto changed = store.change(id, {.name = "c", .is_paused = true});
    REQUIRE(changed);
    REQUIRE(*changed);
    CHECK((*changed)->name == "c");
    CHECK((*changed)->is_paused);
    CHECK((*changed)->query.text == "huawei ban");
    CHECK((*changed)->command == "cat");
    CHECK(!*store.change({99}, {.is_paused = true}));
    CHECK(store.change(id, {.name = "c"}));  // Its own name is not taken.
}

TEST_CASE("of a feed's secret only a digest is kept, and a new one ends the old one") {
    AlertBench bench;
    Store& store = bench.store();
    NewAlert wanted = named("a");
    wanted.token = "0123456789abcdef0123456789abcdef";
    const AlertId id = store.add(wanted)->id;
    CHECK(store.is_token(id, wanted.token));
    CHECK(!store.is_token(id, ""));
    CHECK(!store.is_token(id, "0123456789abcdef0123456789abcdee"));
    CHECK(!store.is_token({id.value + 1}, wanted.token));
    Database database(bench.store_path());
    auto row = database.query("SELECT * FROM alerts");
    REQUIRE(row.next());
    for (int column = 0; column < 11; ++column)
        CHECK(row.text(column).find(wanted.token) == std::string::npos);
    CHECK(store.change(id, {.token = "new"}));
    CHECK(!store.is_token(id, wanted.token));
    CHECK(store.is_token(id, "new"));
}

TEST_CASE("a removed alert takes everything it found along, and its number is not given again") {
    AlertBench bench;
    Store& store = bench.store();
    const Alert alert = bench.alert("a", "huawei");
    bench.add({"1: huawei"});
    CHECK(bench.run() == tests::Ids{"a/1"});
    CHECK(store.remove(alert.id));
    CHECK(!store.remove(alert.id));
    Database database(bench.store_path());
    for (const char* const table : {"alerts", "cursors", "matches", "runs"}) {
        CAPTURE(table);
        auto row = database.query(std::string("SELECT count(*) FROM ") + table);
        REQUIRE(row.next());
        CHECK(row.number(0) == 0);
    }
    CHECK(bench.alert("b", "huawei").id.value > alert.id.value);
}

TEST_CASE("a store of a newer version is refused by name") {
    const ScratchFolder folder;
    const auto path = folder.path() / "alerts.db";
    { Store store(path); }
    Database(path).run("PRAGMA user_version = 99");
    CHECK(failure([&] { Store store(path); }) ==
          "The alerts in \"" + path.string() +
              "\" are of version 99; this program reads up to 1. Use a newer Nutgraf.");
}

TEST_CASE("another program's database is refused and not written to") {
    const ScratchFolder folder;
    const auto path = folder.path() / "other.db";
    Database(path).run("CREATE TABLE bookmarks (a)");
    CHECK(failure([&] { Store store(path); }) ==
          "\"" + path.string() + "\" is a database, but not one of alerts.");
    Database database(path);
    auto row = database.query("SELECT count(*) FROM sqlite_schema");
    REQUIRE(row.next());
    CHECK(row.number(0) == 1);
}

TEST_CASE("an empty file, as a crash in the beginning leaves it, becomes a store") {
    const ScratchFolder folder;
    Store store(folder.write("alerts.db", ""));
    CHECK(store.alerts().empty());
}

}  // namespace nutgraf::tests::in_store_test
