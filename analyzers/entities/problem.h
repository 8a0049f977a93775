#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace nutgraf::entities {

/// A line of a source file.
struct Location {
    std::string file;        ///< As it was named to the reader: "us.ent".
    std::uint32_t line = 0;  ///< From 1.

    bool operator==(const Location&) const = default;
};

/// Errors refuse the build, warnings do not.
enum class Severity : std::uint8_t { error, warning };

/// Something wrong with the facts.
struct Problem {
    Location location;
    Severity severity = Severity::error;
    std::string sentence;

    bool operator==(const Problem&) const = default;
};

/// All that is wrong, in the order it was found.
using Problems = std::vector<Problem>;

/// "us.ent:12: There is no role "senatr"."; with "warning: " before the sentence of a warning.
std::string to_text(const Problem& problem);

bool has_errors(const Problems& problems);

}  // namespace nutgraf::entities
