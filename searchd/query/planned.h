#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace nutgraf::query {

// The query language has more than this version answers. What is missing is recognised, so that it
// is refused by name instead of being searched for as if it were text.

/// Whether the language has a field of that name which this version does not.
bool is_planned_field(std::string_view name);

/// An operator this version does not have.
struct PlannedOperator {
    std::string message;       ///< A whole sentence: what is missing, and what is done instead.
    std::string_view literal;  ///< What is left of the word to look for; empty when nothing is.
};

/// The operator that a word of a query is or carries; empty when there is none.
std::optional<PlannedOperator> planned_operator(std::string_view word);

}  // namespace nutgraf::query
