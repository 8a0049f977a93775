#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace nutgraf::index {

/// The lines that a database has learned to be furniture of their sources, each by its term. Every
/// call may throw what Xapian throws on reading. Not thread-safe: one per thread.
class LearnedLines {
public:
    /// None are known.
    LearnedLines() = default;

    /// Those of a database, as it is when it is asked. Borrows it.
    explicit LearnedLines(const Xapian::Database& database) : database_(&database) {}

    /// Whether the line of a term is known.
    bool has(std::string_view term) const;

private:
    const Xapian::Database* database_ = nullptr;
};

/// A line that was learned, for people.
struct LearnedLine {
    std::string source;
    std::string line;            ///< As one of the articles has it.
    std::uint64_t articles = 0;  ///< That have it where it may be furniture.
};

/// Writes down that the line of a term is known; how often it occurs is not written.
void learn_line(Xapian::WritableDatabase& database, std::string_view term, const LearnedLine& line);

/// Forgets it.
void forget_line(Xapian::WritableDatabase& database, std::string_view term);

/// All of them, by source, the most frequent first. May throw what Xapian throws on reading.
std::vector<LearnedLine> all_learned(const Xapian::Database& database);

}  // namespace nutgraf::index
