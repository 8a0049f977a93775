#include "analyzers/entities/problem.h"

#include <fmt/format.h>

#include <algorithm>

namespace nutgraf::entities {

std::string to_text(const Problem& problem) {
    return fmt::format("{}:{}: {}{}", problem.location.file, problem.location.line,
                       problem.severity == Severity::warning ? "warning: " : "", problem.sentence);
}

bool has_errors(const Problems& problems) {
    return std::ranges::any_of(problems,
                               [](const Problem& p) { return p.severity == Severity::error; });
}

}  // namespace nutgraf::entities
