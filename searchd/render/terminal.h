#pragma once

#include "searchd/search/hit.h"

#include <cstddef>
#include <string>

namespace nutgraf::render {

/// How text goes to a terminal.
struct TerminalStyle {
    bool is_coloured = false;
    std::size_t width = 100;  ///< Columns; lines of text are wrapped to it. At least 20.
};

// Results for people at a terminal: pure functions. Nothing that comes from outside carries a
// control or bidirectional character into the output.

/// A hit over several lines, with its number in the list, counted from 1.
std::string to_terminal(const search::Hit& hit, std::size_t number, const TerminalStyle& style);

/// A whole article, marks and all.
std::string to_terminal(const search::ArticleView& view, const TerminalStyle& style);

/// A hit on one line: key, date, source and headline, in columns.
std::string to_line(const search::Hit& hit, const TerminalStyle& style);

/// A hit as tab-separated values: score, date, source, key, id, url, headline. A tab or line feed
/// within a value becomes a space.
std::string to_tsv(const search::Hit& hit);

/// The headline of a hit, or how its text begins where it has none.
std::string headline_of(const search::Hit& hit);

}  // namespace nutgraf::render
