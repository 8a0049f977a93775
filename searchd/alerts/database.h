#pragma once

#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace nutgraf::alerts {

/// What a statement is given for one of its question marks.
using Value = std::variant<std::int64_t, std::string>;

/// A running statement of a Database, which must outlive it; stands before its first row.
class Statement {
public:
    /// Moves on to the next row; false behind the last one.
    bool next();

    /// A column of the row, counted from 0. A number is 0, a text empty where the row has NULL.
    std::int64_t number(int column) const;
    std::string text(int column) const;

private:
    friend class Database;
    struct Finaliser {
        void operator()(sqlite3_stmt* statement) const;
    };
    Statement(const std::filesystem::path& path, sqlite3* connection,
              std::unique_ptr<sqlite3_stmt, Finaliser> statement, std::vector<Value> values);

    const std::filesystem::path* path_;
    sqlite3* connection_;
    std::vector<Value> values_;  // The statement reads its texts from here.
    std::unique_ptr<sqlite3_stmt, Finaliser> statement_;
};

/// What the system knows a file by, whatever its name; both 0: there is no file.
struct FileNumber {
    std::uint64_t device = 0;
    std::uint64_t node = 0;

    bool operator==(const FileNumber&) const = default;
};

/// An SQLite database in one file, set up so that what was committed survives a power cut, and what
/// is deleted is written over.
///
/// Every failure throws Error with the path and SQLite's reason. What another process has locked is
/// waited for, five seconds at most. Not thread-safe: one per thread.
class Database {
public:
    /// Opens a file; makes an empty one, which nobody but its owner may read, where there is none.
    /// Throws Error for a file that is damaged, no database, or cannot be written.
    explicit Database(const std::filesystem::path& path);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// Starts a statement that gives rows.
    Statement query(std::string_view sql, std::initializer_list<Value> values = {});

    /// Runs a statement to its end; returns how many rows it has changed.
    std::int64_t run(std::string_view sql, std::initializer_list<Value> values = {});

    /// Takes everything of the log into the file and empties the log, in which what was deleted may
    /// still stand. Throws Error when another program keeps reading an older state.
    void empty_log();

    /// The number of the row inserted last.
    std::int64_t last_row() const;

    const std::filesystem::path& path() const { return path_; }

    /// Whether what is open is what lies at the path now, and not a file that was moved away.
    bool is_at_its_path() const;

private:
    struct Closer {
        void operator()(sqlite3* connection) const;
    };
    void set_up();
    void write_ahead();
    std::string answer(std::string_view sql);

    std::filesystem::path path_;
    FileNumber number_;
    std::unique_ptr<sqlite3, Closer> connection_;
};

/// Statements that take effect together, or, unless `commit` was called, not at all. Holds the
/// database's one place for writers from its beginning.
class Transaction {
public:
    explicit Transaction(Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    /// Returns when all of it is durable.
    void commit();

private:
    Database& database_;
    bool is_open_ = true;
};

}  // namespace nutgraf::alerts
