#include "searchd/alerts/database.h"

#include "base/error.h"
#include "base/file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <thread>

namespace nutgraf::alerts {

namespace fs = std::filesystem;

namespace {

constexpr int busy_milliseconds = 5000;

[[noreturn]] void fail(std::string_view doing, const fs::path& path, sqlite3* connection) {
    const int code = connection != nullptr ? sqlite3_errcode(connection) : SQLITE_NOMEM;
    if (code == SQLITE_NOTADB)
        throw Error(fmt::format("\"{}\" is not a file of alerts.", path.string()));
    if (code == SQLITE_BUSY)
        throw Error(
            fmt::format("The alerts in \"{}\" could not be {}: another program is writing "
                        "to them; try again in a moment.",
                        path.string(), doing));
    throw Error(
        fmt::format("The alerts in \"{}\" could not be {}: {}.", path.string(), doing,
                    connection != nullptr ? sqlite3_errmsg(connection) : sqlite3_errstr(code)));
}

/// SQLite would give a new file the rights that the umask leaves; queries are their owner's alone.
/// The files it lays beside this one get its rights.
void make_file(const fs::path& path) {
    const fs::path folder = path.parent_path();
    std::error_code error;
    fs::create_directories(folder, error);
    if (error)
        throw Error(fmt::format("The folder \"{}\" could not be made: {}.", folder.string(),
                                error.message()));
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor == -1) {
        if (errno == EEXIST) return;
        throw Error(system_failure("made", path));
    }
    ::close(descriptor);
    sync_folder(folder);
}

FileNumber number_of_file(const fs::path& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return {};
    return {status.st_dev, status.st_ino};
}

}  // namespace

// --- statements

void Statement::Finaliser::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

Statement::Statement(const fs::path& path, sqlite3* connection,
                     std::unique_ptr<sqlite3_stmt, Finaliser> statement, std::vector<Value> values)
    : path_(&path),
      connection_(connection),
      values_(std::move(values)),
      statement_(std::move(statement)) {
    int place = 0;
    for (const Value& value : values_) {
        ++place;
        const auto* text = std::get_if<std::string>(&value);
        const int result =
            text != nullptr
                ? sqlite3_bind_text64(statement_.get(), place, text->data(), text->size(), nullptr,
                                      SQLITE_UTF8)
                : sqlite3_bind_int64(statement_.get(), place, std::get<std::int64_t>(value));
        if (result != SQLITE_OK) fail("read", path, connection);
    }
}

bool Statement::next() {
    switch (sqlite3_step(statement_.get())) {
        case SQLITE_ROW:
            return true;
        case SQLITE_DONE:
            return false;
        default:
            fail(sqlite3_stmt_readonly(statement_.get()) != 0 ? "read" : "written", *path_,
                 connection_);
    }
}

std::int64_t Statement::number(int column) const {
    return sqlite3_column_int64(statement_.get(), column);
}

std::string Statement::text(int column) const {
    const auto* bytes = sqlite3_column_text(statement_.get(), column);
    if (bytes == nullptr) return {};
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
    return {reinterpret_cast<const char*>(bytes), size};
}

// --- the database

void Database::Closer::operator()(sqlite3* connection) const {
    sqlite3_close_v2(connection);
}

Database::Database(const fs::path& path) : path_(fs::absolute(path)) {
    make_file(path_);
    number_ = number_of_file(path_);
    sqlite3* connection = nullptr;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;
    const int result = sqlite3_open_v2(path_.c_str(), &connection, flags, nullptr);
    connection_.reset(connection);  // There is one to close even when opening failed.
    if (result != SQLITE_OK) fail("opened", path_, connection);
    set_up();
}

Database::~Database() {
    // SQLite would remove the log by its name, which then is that of the other file's.
    if (!is_at_its_path())
        sqlite3_db_config(connection_.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

void Database::set_up() {
    sqlite3* const connection = connection_.get();
    sqlite3_busy_timeout(connection, busy_milliseconds);
    sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    run("PRAGMA trusted_schema = OFF");
    run("PRAGMA foreign_keys = ON");
    run("PRAGMA secure_delete = ON");
    if (sqlite3_db_readonly(connection, "main") == 1)
        throw Error(
            fmt::format("The alerts in \"{}\" could not be opened: the file may not be "
                        "written to.",
                        path_.string()));
    const std::string verdict = answer("PRAGMA quick_check(1)");
    if (verdict != "ok")
        throw Error(
            fmt::format("The alerts in \"{}\" are damaged: {}. Restore the file from a "
                        "backup.",
                        path_.string(), verdict));
    write_ahead();
    // NORMAL, the usual companion of WAL, may lose the last transactions to a power cut.
    run("PRAGMA synchronous = FULL");
}

/// Going over to the write-ahead log needs the file for itself and does not wait for it.
void Database::write_ahead() {
    constexpr std::chrono::milliseconds pause(20);
    constexpr int tries = busy_milliseconds / 20;
    for (int i = 1;; ++i) {
        try {
            if (answer("PRAGMA journal_mode = WAL") == "wal") return;
            throw Error(
                fmt::format("The alerts in \"{}\" could not be opened: the file system "
                            "there does not let programs share a file.",
                            path_.string()));
        } catch (const Error&) {
            if (i == tries || sqlite3_errcode(connection_.get()) != SQLITE_BUSY) throw;
            std::this_thread::sleep_for(pause);
        }
    }
}

void Database::empty_log() {
    Statement row = query("PRAGMA wal_checkpoint(TRUNCATE)");  // Waits as for a lock.
    if (row.next() && row.number(0) == 0) return;
    throw Error(
        fmt::format("The log of the alerts in \"{}\" could not be emptied: another program is "
                    "reading them; try again in a moment.",
                    path_.string()));
}

std::string Database::answer(std::string_view sql) {
    Statement row = query(sql);
    return row.next() ? row.text(0) : "";
}

Statement Database::query(std::string_view sql, std::initializer_list<Value> values) {
    sqlite3_stmt* statement = nullptr;
    const int result = sqlite3_prepare_v2(connection_.get(), sql.data(),
                                          static_cast<int>(sql.size()), &statement, nullptr);
    if (result != SQLITE_OK) fail("read", path_, connection_.get());
    return {path_, connection_.get(),
            std::unique_ptr<sqlite3_stmt, Statement::Finaliser>(statement), values};
}

std::int64_t Database::run(std::string_view sql, std::initializer_list<Value> values) {
    Statement statement = query(sql, values);
    while (statement.next()) {
    }
    return sqlite3_changes64(connection_.get());
}

bool Database::is_at_its_path() const {
    return number_of_file(path_) == number_;
}

std::int64_t Database::last_row() const {
    return sqlite3_last_insert_rowid(connection_.get());
}

// --- transactions

Transaction::Transaction(Database& database) : database_(database) {
    database_.run("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
    if (!is_open_) return;
    try {
        database_.run("ROLLBACK");
    } catch (const Error&) {
        // SQLite has rolled back by itself where it fails here, after a full disk say.
        is_open_ = false;
    }
}

void Transaction::commit() {
    database_.run("COMMIT");
    is_open_ = false;
}

}  // namespace nutgraf::alerts
