#include "searchd/alerts/store_format.h"

#include "base/error.h"

#include <fmt/format.h>

#include <array>

namespace nutgraf::alerts {

namespace {

/// "NgAl": tells our files from other databases.
constexpr std::int64_t application = 0x4E67416C;

constexpr std::array tables = {
    R"(CREATE TABLE alerts (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uuid TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL UNIQUE,
        query TEXT NOT NULL,
        filters TEXT NOT NULL,
        repeats TEXT NOT NULL CHECK (repeats IN ('once', 'every-version')),
        created INTEGER NOT NULL,
        is_paused INTEGER NOT NULL DEFAULT 0,
        command TEXT NOT NULL,
        token TEXT NOT NULL,
        revision INTEGER NOT NULL DEFAULT 0
    ) STRICT)",
    R"(CREATE TABLE cursors (
        alert INTEGER NOT NULL REFERENCES alerts ON DELETE CASCADE,
        index_uuid TEXT NOT NULL,
        start INTEGER NOT NULL,
        sequence INTEGER NOT NULL,
        PRIMARY KEY (alert, index_uuid)
    ) STRICT, WITHOUT ROWID)",
    // A version is 0 where an article is reported once, and else the sequence of its change.
    R"(CREATE TABLE matches (
        row INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL,
        alert INTEGER NOT NULL REFERENCES alerts ON DELETE CASCADE,
        index_uuid TEXT NOT NULL,
        article TEXT NOT NULL,
        version INTEGER NOT NULL,
        sequence INTEGER NOT NULL,
        found INTEGER NOT NULL,
        record TEXT NOT NULL,
        delivery TEXT NOT NULL CHECK (delivery IN ('none', 'pending', 'delivered')),
        attempts INTEGER NOT NULL DEFAULT 0,
        tried INTEGER NOT NULL DEFAULT 0,
        failure TEXT NOT NULL DEFAULT '',
        is_printed INTEGER NOT NULL DEFAULT 0,
        UNIQUE (alert, index_uuid, article, version)
    ) STRICT)",
    "CREATE INDEX matches_of_alert ON matches (alert, row)",
    "CREATE INDEX matches_of_article ON matches (index_uuid, article)",
    "CREATE INDEX matches_pending ON matches (alert, row) WHERE delivery = 'pending'",
    "CREATE INDEX matches_unprinted ON matches (alert, row) WHERE is_printed = 0",
    R"(CREATE TABLE runs (
        row INTEGER PRIMARY KEY AUTOINCREMENT,
        alert INTEGER NOT NULL REFERENCES alerts ON DELETE CASCADE,
        at INTEGER NOT NULL,
        first INTEGER NOT NULL,
        last INTEGER NOT NULL,
        matches INTEGER NOT NULL,
        delivered INTEGER NOT NULL,
        failed INTEGER NOT NULL,
        failure TEXT NOT NULL
    ) STRICT)",
    "CREATE INDEX runs_of_alert ON runs (alert, row)",
};

std::int64_t number_in(Database& database, std::string_view query) {
    Statement row = database.query(query);
    return row.next() ? row.number(0) : 0;
}

void require_version(Database& database) {
    const auto version = number_in(database, "PRAGMA user_version");
    if (version > store_version)
        throw Error(
            fmt::format("The alerts in \"{}\" are of version {}; this program reads up to "
                        "{}. Use a newer Nutgraf.",
                        database.path().string(), version, store_version));
    if (version < store_version)
        throw Error(
            fmt::format("The alerts in \"{}\" are of version {}, which no Nutgraf has "
                        "written.",
                        database.path().string(), version));
}

}  // namespace

void prepare_store(Database& database) {
    if (number_in(database, "PRAGMA application_id") == application) {
        require_version(database);
        return;
    }
    Transaction transaction(database);
    // Another program may have been quicker.
    if (number_in(database, "PRAGMA application_id") == application) return;
    const bool is_empty = number_in(database, "SELECT count(*) FROM sqlite_schema") == 0 &&
                          number_in(database, "PRAGMA user_version") == 0;
    if (!is_empty)
        throw Error(
            fmt::format("\"{}\" is a database, but not one of alerts.", database.path().string()));
    for (const char* const table : tables) database.run(table);
    database.run(fmt::format("PRAGMA user_version = {}", store_version));
    database.run(fmt::format("PRAGMA application_id = {}", application));
    transaction.commit();
}

}  // namespace nutgraf::alerts
