#pragma once

#include "base/file.h"
#include "base/json.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::index {

/// A place in the journal.
struct JournalPosition {
    std::string file;            ///< Name of a file below articles/; empty before the first.
    std::uint64_t bytes = 0;     ///< Offset in it, between two frames.
    std::uint64_t sequence = 0;  ///< Of the last record before it.

    bool operator==(const JournalPosition&) const = default;
};

/// The articles/ folder: every change to the archive, in order. The truth of an index.
///
/// A file is a row of Zstandard frames that `zstdcat` prints as JSON lines, one record a change.
/// Before each stands a skippable frame with the count, the sequence of the first record and the
/// SHA-256 of both frames (docs/index-format.md). Records are durable, and so acknowledged, when
/// `append` returns. Not thread-safe: one per thread, and one per folder at a time.
class Journal {
public:
    /// Opens the journal of an index folder to write, creating it when missing. Everything after
    /// `known`, which a manifest says is whole, is read; a frame cut short at the very end, which
    /// was never acknowledged, is taken off. Throws Error for damage anywhere else.
    Journal(const std::filesystem::path& index_folder, const JournalPosition& known);

    /// Writes records, which take the next sequence numbers, each a JSON text on one line. Returns
    /// when they are durable. Throws Error when they may not be; the journal must then be opened
    /// again before it is used. No records: nothing happens.
    void append(const std::vector<std::string>& records);

    /// The sequence of the last durable record; 0 when there is none.
    std::uint64_t sequence() const { return end_.sequence; }
    /// Where the next record goes.
    const JournalPosition& position() const { return end_; }

private:
    void open_next_file();

    std::filesystem::path folder_;
    std::optional<File> file_;
    JournalPosition end_;
};

/// Calls `visit` with each record from `from` on and its sequence number, in order, checking every
/// digest. Works while a writer appends: stops at the last whole frame. Throws Error, naming file
/// and offset, for damage before that.
void read_journal(
    const std::filesystem::path& index_folder, const JournalPosition& from,
    const std::function<void(std::uint64_t sequence, std::string_view record)>& visit);

/// The names of the journal's files below articles/, in order; none when the folder is missing.
std::vector<std::string> journal_files(const std::filesystem::path& index_folder);

/// The bytes all journal files take together.
std::uint64_t journal_size(const std::filesystem::path& index_folder);

}  // namespace nutgraf::index
