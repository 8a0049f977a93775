#pragma once

#include "searchd/query/clause.h"
#include "searchd/query/syntax.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace nutgraf::query {

// What stands right before or behind a word and says how it counts: "atleast3:", "~2", "^3".

/// A word and the number behind it.
template <class Number>
struct Modified {
    std::string_view before;  ///< Never empty.
    Number number = 0;
};

/// The weight that "^3" says; empty when it says none.
std::optional<double> weight_in(std::string_view modifier);

/// The weight behind a word, "huawei^3"; empty when there is none.
std::optional<Modified<double>> weight_behind(std::string_view word);

/// The edits behind a word, "coons~2", "coons~" for 1; empty when there are none. A number that is
/// too large to be one is the largest.
std::optional<Modified<std::size_t>> edits_behind(std::string_view word);

/// Whether a name before a colon is "atleast" with digits.
bool is_at_least(std::string_view name);

/// A query with a weight, rounded to hundredths; more than `max_weight` is read as that, and noted.
Query weighted(Query query, double weight, const Lexeme& lexeme, ClauseReader& notes);

/// The query of what must stand so many times as the field `lexeme` says. A weight stays outside.
/// What cannot be counted is looked for alone, with a note.
Query at_least(const Lexeme& lexeme, Query query, ClauseReader& notes);

}  // namespace nutgraf::query
